package io.flowsweep.sweep;

import static io.flowsweep.sweep.space.AxisBuilder.axis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.client.Client;
import io.flowsweep.command.CommandFlow;
import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.Found;
import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose flow is a command. */
@Timeout(600)
class CommandSweepTest {

    private static final String TRAIN = """
            . ./model.sh
            echo "epoch 1 val_acc=0.$FLOWSWEEP_CONFIG_N loss: 3"
            echo "epoch 2 val_acc=0.$((FLOWSWEEP_CONFIG_N * FACTOR)) loss: 2"
            printf 'epoch,score\\n1,0.25\\n2,%s\\n' "$FLOWSWEEP_CONFIG_N" > log.csv
            echo "{\\"total\\": $((FLOWSWEEP_CONFIG_N * FACTOR))}" > "$FLOWSWEEP_RESULT"
            """;

    private static final String SWEEP = """
            flow { command = [sh, train.sh], inputs = ["*.sh"] }
            config { n = 1 }
            grid { n = [1, 2] }
            metrics {
              total { artifact = total, goal = maximize }
              acc { stdout = val_acc }
              loss { pattern = "loss: (?<value>\\\\d+)", reduce = max }
              score { csv = "log.csv:score" }
            }
            charts = []
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        write("train.sh", TRAIN);
        write("model.sh", "FACTOR=2\n");
        write("README.md", "about\n");
        write("s.conf", SWEEP);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private SweepRun start() {
        return Sweep.load(folder.resolve("s.conf"))
                .run(SweepOptions.defaults().store(folder.resolve("store")).results(folder.resolve("results")));
    }

    private SweepRun run() {
        SweepRun run = start();
        run.await();
        return run;
    }

    private Found found() {
        return run().events()
                .filter(SweepStarted.class::isInstance)
                .flatMap(event -> ((SweepStarted) event).found().stream())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<VariantFinished> finished(SweepRun run) {
        return run.events().filter(VariantFinished.class::isInstance).map(VariantFinished.class::cast);
    }

    @Test
    void readTheirMetricsFromWhatTheCommandPrintsAndWrites() {
        SweepRun run = run();
        assertThat(finished(run))
                .extracting(VariantFinished::metrics)
                .containsExactlyInAnyOrder(
                        Map.of("total", 2.0, "acc", 0.2, "loss", 3.0, "score", 1.0),
                        Map.of("total", 4.0, "acc", 0.4, "loss", 3.0, "score", 2.0));
    }

    @Test
    void mayBeMadeInCode() {
        CommandFlow flow = CommandFlow.of("sh", "train.sh").directory(folder).inputs("*.sh");
        SweepRun run = Sweep.of(flow)
                .config(Map.of("n", 0))
                .grid(axis("n").values(1, 3))
                .metrics(Map.of("total", "total", "acc", Map.of("stdout", "val_acc")))
                .run(SweepOptions.defaults().store(folder.resolve("store")).results(folder.resolve("results")));
        run.await();
        assertThat(finished(run))
                .extracting(VariantFinished::metrics)
                .containsExactlyInAnyOrder(Map.of("total", 2.0, "acc", 0.2), Map.of("total", 6.0, "acc", 0.6));
    }

    @Test
    void areStaleWhenAnInputHasChangedAndOnlyThen() throws IOException {
        run();
        write("README.md", "more about it\n");
        assertThat(found()).extracting(Found::reused, Found::stale).containsExactly(2L, 0L);

        write("model.sh", "FACTOR=3\n");
        Found found = found();
        assertThat(found).extracting(Found::reused, Found::stale).containsExactly(0L, 2L);
        assertThat(found.staleBecause()).contains("code: model.sh");
    }

    @Test
    void areStaleWhenTheCommandHasChanged() throws IOException {
        run();
        write("s.conf", SWEEP.replace("[sh, train.sh]", "[sh, -e, train.sh]"));
        assertThat(found().staleBecause()).contains("code: the command");
    }

    @Test
    void areNotRunAgainForAnotherMetric() throws IOException {
        run();
        write(
                "s.conf",
                SWEEP.replace("reduce = max", "reduce = min") + "metrics.worst { stdout = loss, reduce = max }\n");
        SweepRun again = run();
        assertThat(warnings(again)).isEmpty();
        assertThat(found().reused()).isEqualTo(2);
        assertThat(again.events().filter(VariantReused.class::isInstance).map(VariantReused.class::cast))
                .extracting(VariantReused::metrics)
                .allSatisfy(metrics ->
                        assertThat(metrics).containsEntry("loss", 2.0).containsEntry("worst", 3.0));
    }

    @Test
    void sayWhatRunsThatWereThereDoNotHaveOfAnotherMetric() throws IOException {
        run();
        write("s.conf", SWEEP + "metrics.worst { stdout = los }\n");
        assertThat(warnings(run()))
                .singleElement()
                .asString()
                .contains("\"worst\" is missing", "printed no los=NUMBER");
    }

    @Test
    void sayWhichMetricNeverAppeared() throws IOException {
        write("s.conf", SWEEP.replace("stdout = val_acc", "stdout = val_ac").replace("log.csv:score", "log.csv:scor"));
        assertThat(run().events().filter(Warned.class::isInstance).map(Object::toString))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("s.conf:6: the metric \"acc\" is missing: train has printed no val_ac=NUMBER")
                        .contains("flowsweep logs"))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("has written no numbers into the column \"scor\" of a file \"log.csv\"")
                        .contains("no such column. Did you mean \"score\"?"));
    }

    @Test
    void sayWhichLineWasMeantToTellAResult() throws IOException {
        write("train.sh", "echo flowsweep total=1 of 2; echo val_acc=1 >&2");
        assertThat(run().events().filter(Warned.class::isInstance).map(Object::toString))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("has left no result \"total\"")
                        .contains("It printed \"flowsweep total=1 of 2\", which is not of the form"))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("has printed no val_acc=NUMBER")
                        .contains("It printed \"val_acc=1\" to standard error")
                        .contains("write stderr = together"));
    }

    @Test
    void sayWhichLineNearlyToldAValue() throws IOException {
        write("train.sh", """
                echo "flowsweep: total=3 step=1"
                echo "INFO:root:flowsweep lr=0.1"
                echo "val_acc=0.${FLOWSWEEP_CONFIG_N}s"
                echo "flowsweep step=1 score=3"
                echo "flowsweep lost=3"
                """);
        write("s.conf", SWEEP.replace("csv = \"log.csv:score\"", "artifact = score") + """
                metrics { lr { reported = lr }, lost { reported = lost } }
                """);
        assertThat(warnings(run()))
                .anySatisfy(it -> assertThat(it)
                        .contains(
                                "no result \"total\"",
                                "It printed \"flowsweep: total=3 step=1\", which is not of the form"))
                .anySatisfy(it -> assertThat(it).contains("no result \"score\". It reports", "write reported = score"))
                .anySatisfy(it -> assertThat(it)
                        .contains(
                                "reported no \"lr\". It printed \"INFO:root:flowsweep lr=0.1\"",
                                "flowsweep step=1 lr=0.5"))
                .anySatisfy(it -> assertThat(it).contains("reported no \"lost\". It leaves", "write artifact = lost"))
                .anySatisfy(it -> assertThat(it).contains("no val_acc=NUMBER", "s\", where no number"))
                .as("once of both variants")
                .hasSize(6);
    }

    private static List<String> warnings(SweepRun run) {
        return run.events()
                .filter(Warned.class::isInstance)
                .map(event -> ((Warned) event).message())
                .toList();
    }

    @Test
    void areTriedAgainWhenTheyWereKilled() throws IOException {
        Path once = folder.resolve("once");
        write("train.sh", "[ $FLOWSWEEP_CONFIG_N = 2 ] && mkdir " + once + " && kill -s KILL $$\n" + TRAIN);
        write("s.conf", SWEEP + "run.retry { times = 1 }\n");
        assertThat(finished(run()))
                .extracting(VariantFinished::state, VariantFinished::attempts)
                .containsExactlyInAnyOrder(tuple(RunState.SUCCEEDED, 1), tuple(RunState.SUCCEEDED, 2));
    }

    private static final List<String> HOW = List.of("greedy", "refused", "slow", "killed", "own", "crashed");

    @Test
    void areTriedAgainWithMoreOfWhatTheyLackedAndNeverForTheirOwnFault() throws IOException {
        write("train.sh", """
                mkdir "$DONE/$FLOWSWEEP_CONFIG_HOW" 2>/dev/null || exit 0
                case $FLOWSWEEP_CONFIG_HOW in
                  greedy) (head -c 150000000 /dev/zero; exec sleep 600) | tail -c 140000000 > taken ;;
                  refused) echo MemoryError >&2; exit 1 ;;
                  slow) exec sleep 600 ;;
                  killed) kill -s KILL $$ ;;
                  own) echo "no such column"; exit 1 ;;
                  crashed) kill -s SEGV $$ ;;
                esac
                """);
        String rows = HOW.stream()
                .map(how -> "{ how = " + how + ", run.variant_timeout = " + (how.equals("slow") ? "5s" : "10m") + " }")
                .collect(Collectors.joining(", "));
        write("s.conf", """
                flow { command = [sh, train.sh], inputs = ["*.sh"], env { DONE = "DIR" } }
                config { how = own }
                space { rows = [ROWS] }
                run { resources.memory = 64MB, retry { times = 1, memory_factor = 2, timeout_factor = 60 } }
                charts = []
                """.replace("DIR", folder.toString()).replace("ROWS", rows));
        SweepRun run = run();

        assertThat(finished(run))
                .extracting(
                        end -> HOW.get((int) end.variant()),
                        VariantFinished::state,
                        VariantFinished::attempts,
                        end -> end.escalated().orElse("nothing"))
                .containsExactlyInAnyOrder(
                        tuple("greedy", RunState.SUCCEEDED, 2, "memory 122 MiB"),
                        tuple("refused", RunState.SUCCEEDED, 2, "memory 122 MiB"),
                        tuple("slow", RunState.SUCCEEDED, 2, "time × 60"),
                        tuple("killed", RunState.SUCCEEDED, 2, "nothing"),
                        tuple("own", RunState.FAILED, 1, "nothing"),
                        tuple("crashed", RunState.FAILED, 1, "nothing"));
    }

    @Test
    void whatOneDriverLearnsOfTheirMemoryTheNextOneKnows() throws IOException {
        write("train.sh", "[ $FLOWSWEEP_CONFIG_N = 2 ] && mkdir \"$ONCE\" && echo MemoryError >&2 && exit 1; true\n");
        write("s.conf", """
                flow { command = [sh, train.sh], inputs = ["*.sh"], env { ONCE = "DIR/once" } }
                config { n = 0 }
                grid { n = [1, 2, 3] }
                run { parallel = 1, resources.memory = 64MB, retry { times = 1, memory_factor = 2 }, budget { runs = 3 } }
                charts = []
                """.replace("DIR", folder.toString()));
        assertThat(finished(run()))
                .extracting(VariantFinished::variant, VariantFinished::attempts)
                .containsExactly(tuple(0L, 1), tuple(1L, 2));

        SweepRun resumed = RecordedSweep.latest(Optional.of(folder.resolve("store")))
                .sweep()
                .run(SweepOptions.defaults().store(folder.resolve("store")).results(folder.resolve("results")));
        resumed.await();
        assertThat(finished(resumed))
                .extracting(VariantFinished::variant, VariantFinished::attempts, VariantFinished::escalated)
                .containsExactly(tuple(2L, 1, Optional.of("memory 122 MiB")));
    }

    @Test
    void areLookedForBeforeAnythingIsPlanned() throws IOException {
        write("s.conf", """
                config { n = 1, tool = "no such tool" }
                grid {
                  flow = [
                    { name = whole, command = [sh, train.sh], inputs = ["*.sh"] }
                    { name = gone, command = [trian, "${args}"], inputs = [] }
                    { name = open, command = ["${config.tool}"], inputs = [] }
                    { name = without, command = [sh, -e, trian.sh], inputs = [] }
                  ]
                  n = [1, 2]
                }
                """);
        Sweep sweep = Sweep.load(folder.resolve("s.conf"));
        assertThatThrownBy(sweep::checkPrograms)
                .hasMessageContaining("s.conf:5: there is no command trian on the PATH")
                .hasMessageContaining("s.conf:7: there is no trian.sh in");
        SweepOptions options = SweepOptions.defaults().store(folder.resolve("store"));
        assertThatThrownBy(() -> sweep.check(options))
                .hasMessageContaining("s.conf:5: flow = gone: there is no command trian on the PATH")
                .hasMessageContaining("s.conf:6: flow = open: there is no command no such tool on the PATH")
                .hasMessageContaining("s.conf:7: flow = without: there is no trian.sh in");
        Sweep.load(folder.resolve("s.conf")).override("flow=whole").checkPrograms();
    }

    /** A sweep of one command that says what it finds of sweeps around it. */
    static final class InnerSweep {

        public static void main(String[] args) {
            String line = "echo got:$FLOWSWEEP_CONFIG_INNER:$FLOWSWEEP_CONFIG_N:$FLOWSWEEP_PARAMETER_P:$FLOWSWEEP_FLOW";
            Path folder = Path.of(args[0], args[1]);
            SweepRun run = Sweep.of(CommandFlow.ofShell(line).name("inner").inputs())
                    .config(Map.of("inner", 7))
                    .run(SweepOptions.defaults()
                            .store(folder.resolve("inner"))
                            .results(folder.resolve("inner-results")));
            run.await();
        }
    }

    /** As many at a time as there are processors: the inner ones share what the outer ones hold. */
    @Test
    void mayRunASweepOfTheirOwn() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        CommandFlow outer = CommandFlow.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InnerSweep.class.getName(),
                        folder.toString(),
                        "${config.n}")
                .inputs();
        SweepRun run = Sweep.of(outer)
                .config(Map.of("n", 0))
                .params(Map.of("p", 2))
                .grid(axis("n").values(1, 2))
                .run(SweepOptions.defaults().store(folder.resolve("store")).results(folder.resolve("results")));

        assertThat(run.await().succeeded()).isEqualTo(2);
        assertThat(Client.at(folder.resolve("2/inner"))
                        .flowNamed("inner")
                        .runs()
                        .findFirst()
                        .orElseThrow()
                        .log())
                .containsExactly("got:7:::inner");
    }

    @Test
    void tellValuesWhileTheyRun() throws IOException {
        write("train.sh", "echo val_acc=0.5; while ! [ -e " + folder.resolve("go") + " ]; do sleep 0.05; done\n");
        try (SweepRun run = start()) {
            Iterator<SweepEvent> events = run.events().iterator();
            SweepEvent event = events.next();
            while (!(event instanceof MetricReported)) {
                event = events.next();
            }
            assertThat(((MetricReported) event).value()).isEqualTo(0.5);
            assertThat(run.await(Duration.ZERO)).as("it goes on").isEmpty();
            write("go", "");
            run.await();
        }
    }

    @Test
    void goOnWithTheFilesThatTheyBeganWith() throws IOException {
        write("train.sh", TRAIN + "while ! [ -e " + folder.resolve("go") + " ]; do sleep 0.05; done\n");
        String id;
        try (SweepRun run = start()) {
            id = run.id();
            run.events().filter(MetricReported.class::isInstance).findFirst().orElseThrow();
            run.cancel();
            run.await();
        }
        write("model.sh", "FACTOR=9\n");
        write("go", "");
        Path store = folder.resolve("store");
        SweepRun resumed = RecordedSweep.of(Optional.of(store), id)
                .sweep()
                .run(SweepOptions.defaults().store(store).results(folder.resolve("results")));
        resumed.await();
        assertThat(finished(resumed).filter(end -> end.metrics().containsKey("total")))
                .extracting(end -> end.metrics().get("total"))
                .containsExactlyInAnyOrder(2.0, 4.0);
    }

    @Test
    void mayStandBesideFlowsOfAnotherKindUnderNamesOfTheirOwn() throws IOException {
        write("Total.java", """
                import io.flowsweep.flow.*;

                public class Total extends FlowSpec {
                    record Settings(int n) {}

                    @FlowConfig Settings config;
                    Double total;

                    @Step(next = "end") void start() { total = 10.0 * config.n(); }

                    @Step void end() {}
                }
                """);
        write("s.conf", """
                config { n = 1 }
                grid {
                  flow = [Total.java, { command = [sh, train.sh], inputs = ["*.sh"] }]
                  n = [1, 2]
                }
                metrics { total { artifact = total, goal = maximize } }
                charts = [ { type = line, x = n, y = total, series = flow } ]
                run { executor = inline }
                """);
        SweepRun run = run();
        assertThat(finished(run))
                .extracting(end -> end.metrics().get("total"))
                .containsExactlyInAnyOrder(10.0, 20.0, 2.0, 4.0);
        assertThat(found()).extracting(Found::reused, Found::stale).containsExactly(4L, 0L);

        write("model.sh", "FACTOR=3\n");
        assertThat(found()).extracting(Found::reused, Found::stale).containsExactly(2L, 2L);
    }

    @Test
    void areResumedWhenTheCommandLineHasLeftOneOfSeveralFlows() throws IOException {
        write("Unused.java", "");
        write(
                "s.conf",
                SWEEP.replace("flow {", "grid.flow = [Unused.java, {").replace("[\"*.sh\"] }", "[\"*.sh\"] }]"));
        SweepOptions options =
                SweepOptions.defaults().store(folder.resolve("store")).results(folder.resolve("results"));
        SweepRun first =
                Sweep.load(folder.resolve("s.conf")).override("flow=train").run(options);
        first.await();
        Files.delete(folder.resolve("Unused.java"));

        SweepRun again = RecordedSweep.of(Optional.of(folder.resolve("store")), first.id())
                .sweep()
                .run(options);
        again.await();

        assertThat(again.summary().succeeded()).isEqualTo(2);
    }
}
