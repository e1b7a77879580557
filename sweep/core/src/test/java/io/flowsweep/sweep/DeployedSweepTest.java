package io.flowsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.DeploymentChanged;
import io.flowsweep.sweep.events.SweepEvent.DeploymentStep;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.results.SweepSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose variants are deployed, triggered and awaited. */
@Timeout(600)
class DeployedSweepTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;
            import java.nio.file.*;

            @Project("areas")
            public class Area extends FlowSpec {
                record Settings(int width, String event, String folder) {}

                @FlowConfig Settings config;
                Integer area;

                @Step(next = "end")
                void start() throws Exception {
                    Files.writeString(Path.of(config.folder(), "begun-" + config.width()), config.event());
                    while (Files.exists(Path.of(config.folder(), "wait"))) {
                        Thread.sleep(20);
                    }
                    if (config.width() < 0) {
                        throw new IllegalArgumentException("no area");
                    }
                    area = 10 * config.width();
                }

                @Step void end() {}
            }
            """;

    /** Adds up what the runs of the sweep have brought. */
    private static final String ANALYTICS = """
            import io.flowsweep.client.Client;
            import io.flowsweep.flow.*;

            public class Sum extends FlowSpec {
                record Settings(String tag) {}

                @FlowConfig Settings config;
                Integer sum;

                @Step(next = "end")
                void start() {
                    sum = Client.flow("Area").runs(config.tag())
                            .filter(run -> run.state() == io.flowsweep.events.RunState.SUCCEEDED)
                            .mapToInt(run -> run.data().get("area", Integer.class))
                            .sum();
                }

                @Step void end() {}
            }
            """;

    private static final String SWEEP = """
            name = areas
            flow = Area.java
            config { width = 1, event = none, folder = "FOLDER" }
            grid { width = [1, 2, 3] }
            bind { event = "${sweep.event}" }
            metrics { area { artifact = area, goal = maximize } }
            objective = area
            run { mode = deploy, executor = worker, parallel = 2 }
            """;

    @TempDir
    private Path folder;

    /** By one driver, or by two. */
    private final List<SweepEvent> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Area.java"), FLOW);
        Files.writeString(folder.resolve("Sum.java"), ANALYTICS);
    }

    private Sweep sweep(String more, String... overrides) throws IOException {
        Sweep sweep = Sweep.load(
                Files.writeString(folder.resolve("areas.conf"), (SWEEP + more).replace("FOLDER", folder.toString())));
        return overrides.length == 0 ? sweep : sweep.override(overrides);
    }

    private SweepRun start(String more, String... overrides) throws IOException {
        return sweep(more, overrides).run(options());
    }

    private SweepOptions options() {
        return SweepOptions.defaults()
                .store(folder.resolve("store"))
                .results(folder.resolve("results"))
                .listener(told::add);
    }

    private RecordedSweep recorded() {
        return RecordedSweep.latest(Optional.of(folder.resolve("store")));
    }

    private List<String> deployed() {
        return Deployments.at(folder.resolve("store")).list().stream()
                .map(DeployedFlow::name)
                .toList();
    }

    private List<DeploymentChanged> changes(DeploymentStep step) {
        return told.stream()
                .filter(DeploymentChanged.class::isInstance)
                .map(DeploymentChanged.class::cast)
                .filter(change -> change.change() == step)
                .toList();
    }

    @Nested
    class EachVariant {

        @Test
        void isDeployedTriggeredAwaitedRecordedAndDeleted() throws IOException {
            SweepRun run = start("");
            SweepSummary summary = run.await();

            assertThat(summary.countsText()).isEqualTo("3 of 3 variants succeeded");
            assertThat(summary.best().orElseThrow().variant()).isEqualTo("width=3");
            assertThat(run.results().get(1, "area")).isEqualTo(20.0);
            assertThat(deployed()).isEmpty();
            assertThat(changes(DeploymentStep.PLANNED))
                    .extracting(DeploymentChanged::deployment)
                    .containsExactlyInAnyOrderElementsOf(changes(DeploymentStep.DELETED).stream()
                            .map(DeploymentChanged::deployment)
                            .toList())
                    .allMatch(name -> name.matches("areas\\.test\\." + run.id() + "\\.run\\.width.*\\.Area.*"));
            assertThat(folder.resolve("begun-1")).hasContent("sweep." + run.id());
            assertThat(runs()).allMatch(each -> each.tags().contains("sweep:" + run.id()));
            assertThat(told).last().isInstanceOf(SweepFinished.class);
        }

        @Test
        void failsAlone() throws IOException {
            SweepSummary summary = start("", "width=-1,2").await();

            assertThat(summary.countsText()).isEqualTo("1 of 2 variants succeeded, 1 failed");
            assertThat(summary.failures().get(0).message()).contains("no area");
            assertThat(deployed()).isEmpty();
        }

        @Test
        void staysDeployedWhenItIsTheBest() throws IOException {
            start("deploy { keep = best }").await();
            assertThat(deployed()).singleElement().asString().contains("width-3");
            assertThat(changes(DeploymentStep.KEPT)).hasSize(1);

            recorded().sweep().run(options().adding("width=2,7")).await();
            assertThat(deployed())
                    .as("another is the best now")
                    .singleElement()
                    .asString()
                    .contains("width-7");
        }

        @Test
        void staysDeployedWhenAllDo() throws IOException {
            start("deploy { keep = all }").await();
            assertThat(deployed()).hasSize(3);

            start("deploy { keep = all }", "width=1,2,3,4").await();
            assertThat(deployed()).as("what is reused is not deployed again").hasSize(4);
        }

        @Test
        void runsAnewWhenTheSweepWasForgotten() throws IOException {
            start("").await();
            recorded().remove();

            assertThat(start("").await().countsText()).isEqualTo("3 of 3 variants succeeded");
            assertThat(runs()).hasSize(6);
        }
    }

    private List<Run> runs() {
        return Client.at(folder.resolve("store")).flowNamed("Area").runs().toList();
    }

    @Test
    void aRequestToEndLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("wait"), "");
        SweepRun run = start(
                "deploy { also = [ { flow = Sum.java, config { tag = \"${sweep.tag}\" }, trigger_at_end = true } ] }");
        Iterator<SweepEvent> events = run.events().iterator();
        while (!(events.next() instanceof VariantStarted)) {}

        run.cancel();

        assertThat(run.await().outcome()).contains(Outcome.CANCELLED);
        assertThat(deployed()).isEmpty();
        assertThat(runs()).allMatch(each -> each.state().ended());
    }

    @Test
    void aDriverThatTakesTheSweepOverAwaitsTheRunsOfTheOther() throws IOException {
        Files.writeString(folder.resolve("wait"), "");
        SweepRun first = start("");
        Iterator<SweepEvent> events = first.events().iterator();
        while (!(events.next() instanceof VariantStarted)) {}
        while (!(events.next() instanceof VariantStarted)) {}
        assertThatThrownBy(() -> start("")).hasMessageContaining("is driven by process");

        SweepRun second = sweep("").run(options().takeOver(true));
        SweepSummary left = first.await();
        Files.delete(folder.resolve("wait"));

        assertThat(left.outcome()).contains(Outcome.CANCELLED);
        assertThat(left.reason()).contains("another driver has taken the sweep over");
        assertThat(second.await().countsText()).isEqualTo("3 of 3 variants succeeded");
        assertThat(runs())
                .as("none ran twice")
                .extracting(Run::state)
                .containsExactly(RunState.SUCCEEDED, RunState.SUCCEEDED, RunState.SUCCEEDED);
        assertThat(deployed()).isEmpty();
    }

    @Test
    void aVariantThatTakesTooLongLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("wait"), "");

        SweepSummary summary = start("run { variant_timeout = 2s }", "width=1").await();

        assertThat(summary.failed()).isEqualTo(1);
        assertThat(runs()).extracting(Run::state).containsExactly(RunState.TIMED_OUT);
        assertThat(deployed()).isEmpty();
    }

    @Test
    void aFlowBesideTheVariantsRunsAtTheEnd() throws IOException {
        SweepRun run = start(
                "deploy { also = [ { flow = Sum.java, config { tag = \"${sweep.tag}\" }, trigger_at_end = true } ] }");
        run.await();

        assertThat(run.problems()).isEmpty();
        Run last =
                Client.at(folder.resolve("store")).flowNamed("Sum").latestRun().orElseThrow();
        assertThat(last.data().get("sum", Integer.class)).isEqualTo(60);
        assertThat(deployed()).isEmpty();
    }

    @Nested
    class Refused {

        @Test
        void isWhatCannotBeDeployed() throws IOException {
            assertThat(problems("run { executor = inline }")).contains("cannot be run by the executor inline");
            assertThat(problems("deploy { keep = best }\nobjective = null")).contains("the sweep has no objective");
            assertThat(problems("deploy { keep = some }")).contains("must be all or best or none");
            assertThat(problems("deploy { kep = all }")).contains("Did you mean \"keep\"?");
            assertThat(problems("deploy { also = [ { flow = None.java } ] }")).contains("None.java does not exist");
            assertThat(problems("deploy { also = [ { flow = Sum.java, confg {} } ] }"))
                    .contains("unknown key \"confg\" in \"deploy.also\"");
            assertThat(problems("deploy { also = [ { flow = Sum.java, config { tga = a } } ] }"))
                    .contains("tag");
            assertThat(problems("deploy { also = [ { flow = Sum.java, config { tag = \"${sweep.nme}\" } } ] }"))
                    .contains("sweep.nme");
        }

        private String problems(String more) {
            try {
                sweep(more).check(SweepOptions.defaults().store(folder.resolve("store")));
                return "";
            } catch (InvalidInputException e) {
                return e.problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
