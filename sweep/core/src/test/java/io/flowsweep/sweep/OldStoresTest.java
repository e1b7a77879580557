package io.flowsweep.sweep;

import static io.flowsweep.sweep.space.AxisBuilder.axis;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.events.RunState;
import io.flowsweep.sweep.results.SweepSummary;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What FlowSweep has written can be read for ever. For each version of the journal there is a store that the first program of
 * that version wrote: a sweep of three variants, of which one failed. A new version adds its own.
 */
class OldStoresTest {

    @TempDir
    private Path folder;

    private Path store(String version) throws IOException, URISyntaxException {
        Path kept = Path.of(OldStoresTest.class.getResource("stores/" + version).toURI());
        Path copy = folder.resolve("store");
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(kept.relativize(file).toString()));
            }
        }
        return copy;
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void tellHowTheirSweepWent(String version) throws IOException, URISyntaxException {
        RecordedSweep sweep = RecordedSweep.of(Optional.of(store(version)), "square");

        SweepSummary summary = sweep.summary();
        assertThat(summary).hasToString("SweepSummary[square completed 3/3, 1 failed]");
        assertThat(summary.best().orElseThrow().value()).isEqualTo(4);
        assertThat(summary.failures())
                .singleElement()
                .satisfies(group -> assertThat(group.message()).startsWith("IllegalStateException: no square of 3"));
        assertThat(sweep.lost()).isFalse();
        assertThat(sweep.results().rowCount()).isEqualTo(3);
        assertThat(sweep.results().get(1, "half")).isEqualTo(2.0);
        assertThat(sweep.report().toString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void keepTheirRunsReadable(String version) throws IOException, URISyntaxException {
        Path store = store(version);
        RecordedSweep sweep = RecordedSweep.of(Optional.of(store), "square");

        List<Run> runs = sweep.trials().all().stream()
                .map(trial -> sweep.run(trial).orElseThrow())
                .toList();
        assertThat(runs)
                .extracting(Run::state)
                .containsExactly(RunState.SUCCEEDED, RunState.SUCCEEDED, RunState.FAILED);
        assertThat(runs.get(1).data().get("square", Integer.class)).isEqualTo(4);
        assertThat(runs.get(1).configs()).containsEntry("config", Map.of("n", 2L, "limit", 3L));
        assertThat(runs.get(1).log()).contains("squaring 2");
        assertThat(Client.at(store).flowNamed("Square").runs()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void areNoHindranceToNewSweeps(String version) throws IOException, URISyntaxException {
        Path store = store(version);
        Path flow = Files.writeString(folder.resolve("Square.java"), """
                import io.flowsweep.flow.*;

                public class Square extends FlowSpec {
                    record Settings(int n) {}

                    @FlowConfig Settings config;
                    Integer square;

                    @Step(next = "end")
                    void start() { square = config.n() * config.n(); }

                    @Step void end() {}
                }
                """);

        SweepSummary summary = Sweep.of(flow)
                .name("square")
                .config(Map.of("n", 0))
                .grid(axis("n").values(4, 5))
                .metrics("square")
                .run(SweepOptions.defaults()
                        .store(store)
                        .results(folder.resolve("results"))
                        .executor("inline"))
                .await();

        assertThat(summary.succeeded()).isEqualTo(2);
        assertThat(RecordedSweep.all(Optional.of(store))).hasSize(2);
    }

    @Test
    void ofVersionTwoAreResumedAsTheyWereBegun() throws IOException, URISyntaxException {
        Path store = store("v2");

        SweepSummary summary = RecordedSweep.of(Optional.of(store), "square")
                .sweep()
                .run(SweepOptions.defaults()
                        .store(store)
                        .results(folder.resolve("results"))
                        .retry())
                .await();

        assertThat(summary.reused()).isEqualTo(2);
        assertThat(summary.failures())
                .singleElement()
                .satisfies(group -> assertThat(group.message()).startsWith("IllegalStateException: no square of 3"));
    }
}
