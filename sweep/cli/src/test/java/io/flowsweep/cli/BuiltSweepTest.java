package io.flowsweep.cli;

import static io.flowsweep.sweep.space.AxisBuilder.axis;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.SweepRun;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.sweep.variant.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep made in code runs as one of a file does, and is on record without a file. */
class BuiltSweepTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;

            public class Area extends FlowSpec {
                record Settings(int width, int height) {}

                @FlowConfig Settings config;
                Integer area;

                @Step(next = "end")
                void start() {
                    area = config.width() * config.height();
                }

                @Step
                void end() {}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void runs() throws IOException {
        Path store = folder.resolve("store");
        SweepRun run = Sweep.of(Files.writeString(folder.resolve("Area.java"), FLOW))
                .config(Map.of("width", 1, "height", 10))
                .grid(axis("width").values(1, 2, 3))
                .metrics(Map.of("area", Map.of("artifact", "area", "goal", "maximize")))
                .objective("area")
                .repeats(2)
                .run(SweepOptions.defaults()
                        .store(store)
                        .results(folder.resolve("results"))
                        .executor("inline"));
        SweepSummary summary = run.await();

        assertThat(run.results().rowCount()).isEqualTo(6);
        Sweep frozen = RecordedSweep.of(Optional.of(store), "Area").sweep();
        assertThat(frozen.plan().map(Variant::name)).containsExactly("width=1", "width=2", "width=3");
        assertThat(summary.failed()).isZero();
    }
}
