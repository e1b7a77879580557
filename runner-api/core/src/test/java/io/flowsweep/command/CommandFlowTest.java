package io.flowsweep.command;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import io.flowsweep.client.LogLine;
import io.flowsweep.client.MetricValue;
import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunState;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.store.Stores;
import io.flowsweep.store.ThisMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs real commands; see also {@link CommandFlowContractTest}. */
@Timeout(900)
class CommandFlowTest {

    private static final Map<String, Object> CONFIG = Map.of("lr", 0.5, "model", Map.of("name", "a b", "layers", 3));

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private CommandFlow shell(String line) {
        return CommandFlow.ofShell(line).directory(folder).inputs();
    }

    private Runner runner(CommandFlow flow) {
        return Runner.of(flow).store(elsewhere.resolve("store")).config("config", CONFIG);
    }

    private Run run(CommandFlow flow) {
        Run run = runner(flow).run().run();
        assertThat(run.failure()).isEmpty();
        return run;
    }

    private Failure failure(CommandFlow flow) {
        Run run = runner(flow).run().run();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        return run.failureDetails().orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    @Nested
    class ACommand {

        @Test
        void isGivenTheConfigAsArguments() {
            CommandFlow flow = CommandFlow.of("printf", "<%s>\\n", "${config.model.name}", "${args}", "x${params.n}")
                    .directory(folder)
                    .inputs();
            Run run = runner(flow).parameter("n", 7).run().run();

            assertThat(run.log())
                    .containsExactly(
                            "<a b>", "<--lr=0.5>", "<--model.layers=3>", "<--model.name=a b>", "<--n=7>", "<x7>");
        }

        @Test
        void isNotStartedBeforeEachArgumentHasAValue() {
            Runner runner =
                    runner(CommandFlow.of("echo", "???").directory(folder).inputs());
            assertThatThrownBy(runner::run)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("an argument of the command has no value yet: it is \"???\"");
        }

        @Test
        void ofAShellIsGivenEachValueAsOneWord() {
            Run run = run(shell("printf '<%s>\\n' ${config.model.name} ${args} $((1 + 1))"));

            assertThat(run.log())
                    .containsExactly("<a b>", "<--lr=0.5>", "<--model.layers=3>", "<--model.name=a b>", "<2>");
        }

        @Test
        void isGivenTheConfigInAFileAndInVariables() {
            Run run = run(shell("cat $FLOWSWEEP_CONFIG; echo $FLOWSWEEP_CONFIG_LR $FLOWSWEEP_CONFIG_MODEL_NAME"));

            assertThat(run.log()).containsExactly("{\"lr\":0.5,\"model\":{\"layers\":3,\"name\":\"a b\"}}", "0.5 a b");
        }

        @Test
        void mayHaveItAsYaml() {
            Run run = runner(shell("cat $FLOWSWEEP_CONFIG").yamlConfig(true))
                    .config(
                            "config",
                            Map.of(
                                    "eps",
                                    1e-10,
                                    "big",
                                    1e30,
                                    "sizes",
                                    List.of(1, 2),
                                    "on",
                                    true,
                                    "model",
                                    Map.of("n", 1)))
                    .run()
                    .run();

            assertThat(run.log())
                    .containsExactly(
                            "\"big\": 1.0E+30",
                            "\"eps\": 1.0E-10",
                            "\"model\":",
                            "  \"n\": 1",
                            "\"on\": true",
                            "\"sizes\":",
                            "- 1",
                            "- 2");
        }

        @Test
        void hydraIsToldToSayAllOfAFailure() {
            CommandFlow asking = shell("echo \"errors: $HYDRA_FULL_ERROR\"").args(ArgsStyle.HYDRA);

            assertThat(run(asking).log()).contains("errors: 1");
            assertThat(run(asking.env("HYDRA_FULL_ERROR", "0")).log()).contains("errors: 0");
        }

        @Test
        void isGivenVariables() {
            assertThat(run(shell("echo $THREADS").env("THREADS", "${config.model.layers}"))
                            .log())
                    .containsExactly("3");
        }

        @Test
        void takesItsNameFromItsScript() {
            assertThat(CommandFlow.of("python3", "src/train.py", "${args}").flow(null))
                    .isEqualTo("train");
            assertThat(CommandFlow.of("./bin/fit-model.sh").flow(null)).isEqualTo("fit-model");
            assertThat(CommandFlow.ofShell("python3 train.py | tee log").flow(null))
                    .isEqualTo("train");
        }
    }

    @Nested
    class ItsResults {

        @Test
        void areReadFromItsResultFile() {
            Run run = run(shell("echo '{\"acc\": 0.5, \"loss\": NaN, \"name\": \"NaN!\", \"sizes\": [1, -Infinity]}'"
                    + " > $FLOWSWEEP_RESULT"));

            assertThat(run.data().get("acc", double.class)).isEqualTo(0.5);
            assertThat(run.data().get("loss", double.class)).isNaN();
            assertThat(run.data().find("name")).contains("NaN!");
            assertThat(run.data().find("sizes")).contains(List.of(1L, Double.NEGATIVE_INFINITY));
        }

        @Test
        void mayHoldLongTexts() throws IOException {
            String text = "a \\n \\\"b\\\" ".repeat(50_000);
            write("result.json", "{\"log\": \"" + text + "\", \"loss\": NaN}");
            Run run = run(shell("cp " + folder.resolve("result.json") + " $FLOWSWEEP_RESULT"));

            assertThat(run.data().get("log", String.class)).isEqualTo("a \n \"b\" ".repeat(50_000));
            assertThat(run.data().get("loss", double.class)).isNaN();
        }

        @Test
        void areReadFromWhatItPrints() {
            Run run = run(shell(
                    "echo 'flowsweep step=1 loss=3 acc=.5'; echo 'flowsweep acc=0.75'; echo 'flowsweep says hi'"));

            assertThat(run.metrics())
                    .extracting(MetricValue::metric, MetricValue::step, MetricValue::value)
                    .containsExactly(tuple("loss", 1.0, 3.0), tuple("acc", 1.0, 0.5));
            assertThat(run.data().values()).isEqualTo(Map.of("acc", 0.75));
        }

        @Test
        void comeWhileItRuns() {
            ExecutingRun run =
                    runner(shell("echo 'flowsweep step=1 loss=3'; sleep 100")).start();
            await("a value", () -> run.run().metrics().size() == 1);
            run.terminate();

            assertThat(run.run().metrics()).hasSize(1);
        }

        @Test
        void areTheFilesThatItsGlobsMatch() {
            Run run = run(shell("mkdir out; echo a > out/a.txt; echo b > b.log").artifacts("**.txt"));

            assertThat(run.data().names()).containsExactly("out/a.txt");
            assertThat(run.data().get("out/a.txt", byte[].class)).isEqualTo("a\n".getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void mayBeFilesThatNoMemoryHolds() throws IOException {
            long bytes = 20L << 20;
            Run run = run(shell("truncate -s " + bytes + " model.bin").artifacts("*.bin"));

            try (InputStream content = run.data().open("model.bin")) {
                assertThat(content.transferTo(OutputStream.nullOutputStream())).isEqualTo(bytes);
            }
            assertThat(run.data().values()).isEmpty();
            assertThatThrownBy(() -> run.data().find("model.bin")).hasMessageContaining("more than 4 MiB");
            assertThatThrownBy(() -> run.data().open("model.txt")).hasMessageContaining("[model.bin]");
        }

        /** What a thread takes from the heap while it keeps a file is a small part of that. */
        @Test
        void areNeverInMemoryAsAWhole() throws IOException {
            Path file = elsewhere.resolve("large");
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(30L << 20);
            }
            ArtifactCodec codec = new ArtifactCodec(Stores.in(elsewhere.resolve("store")));
            ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = thread.getCurrentThreadAllocatedBytes();
            codec.ofFile("large", file);

            assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(3L << 20);
        }

        @Test
        void thatAreNoJsonFailIt() {
            assertThat(failure(shell("echo acc=1 > $FLOWSWEEP_RESULT")).summary())
                    .startsWith("results: the file that the command wrote to $FLOWSWEEP_RESULT is no JSON object: ");
        }
    }

    @Nested
    class ItsStandardError {

        private static final String LINES = "echo one; echo 'loss: 3' >&2; echo two; echo last >&2";

        private Path file(Run run, String name) {
            return elsewhere.resolve("store/flows/sh/runs").resolve(run.id()).resolve(name);
        }

        private ExecutingRun start(String line) {
            ExecutingRun executing = runner(shell(line).name("sh")).start();
            executing.await();
            return executing;
        }

        @Test
        void isALogOfItsOwn() throws IOException {
            ExecutingRun executing = start(LINES);
            Run run = executing.run();

            assertThat(executing.stdout()).containsExactly("one", "two");
            assertThat(executing.stderr()).containsExactly("loss: 3", "last");
            assertThat(run.task("start-1").stderr()).containsExactly("loss: 3", "last");
            assertThat(Files.readString(file(run, "host-1.err"))).isEqualTo("loss: 3\nlast\n");
            assertThat(run.printed()).extracting(LogLine::error).containsExactly(false, false, true, true);
            assertThat(run.lastPrinted(2).lines()).extracting(LogLine::text).containsExactly("two", "last");
        }

        @Test
        void mayBeOneLogWithStandardOutputInTheOrderOfBoth() throws IOException {
            String line = LINES + "; echo flowsweep acc=0.5 >&2";
            Run run = runner(shell(line).name("sh").together(true)).run().run();

            assertThat(Files.readString(file(run, "host-1.out")))
                    .isEqualTo("one\nloss: 3\ntwo\nlast\nflowsweep acc=0.5\n");
            assertThat(file(run, "host-1.err")).doesNotExist();
            assertThat(run.data().get("acc", Double.class)).isEqualTo(0.5);
            assertThat(failure(shell("echo fatal >&2; exit 3").together(true)).message())
                    .endsWith("it said: fatal");
        }

        @ParameterizedTest
        @CsvSource({"echo one, host-1.out", "echo one >&2, host-1.err"})
        void isNoFileWhenThereIsNothingOnIt(String line, String only) throws IOException {
            Run run = start(line).run();

            try (Stream<Path> files = Files.list(file(run, ""))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("run.jsonl", "host-1.jsonl", only);
            }
            assertThat(run.log()).containsExactly("one");
        }

        @Test
        void saysWhyItFailed() {
            assertThat(failure(shell("echo fatal: no data >&2; echo bye; exit 3"))
                            .message())
                    .isEqualTo("the command ended with exit code 3; it said: fatal: no data");
            assertThat(failure(shell("echo fatal: no data; exit 3")).message()).endsWith("it said: fatal: no data");
        }

        @Test
        void isFollowedFromWhereItWasLeft() throws IOException {
            Path go = elsewhere.resolve("go");
            ExecutingRun executing = runner(shell("echo one; echo bad >&2; until [ -e " + go
                            + " ]; do sleep 0.02; done; echo two; echo worse >&2"))
                    .start();
            await(
                    "the first lines",
                    () -> executing.stderr().contains("bad")
                            && executing.stdout().contains("one"));
            List<LogLine> first = executing.run().printed().toList();
            Files.createFile(go);
            executing.await();

            assertThat(executing.run().printed(first.get(1).next()))
                    .extracting(LogLine::text)
                    .containsExactly("two", "worse");
            assertThat(executing.run().printed(first.get(0).next()))
                    .extracting(LogLine::text)
                    .containsExactly("two", "bad", "worse");
        }
    }

    @Nested
    class WhatItPrints {

        @Test
        void mayEndInsideALine() {
            Run run = run(shell("printf 'a\\rb\\rc'; printf 'no end' >&2"));

            assertThat(run.log()).containsExactly("a\rb\rc", "no end");
        }

        @Test
        void mayBeNoText() {
            Run run = run(shell("printf 'before\\n\\000\\377\\376\\nflowsweep accuracy=0.5\\n'"));

            assertThat(run.data().get("accuracy", Double.class)).isEqualTo(0.5);
            assertThat(run.log()).hasSize(3).startsWith("before");
        }

        @Test
        void mayHaveLongLines() {
            Run run = run(shell("head -c 200000 /dev/zero | tr '\\0' x; echo; echo flowsweep accuracy=0.5"));

            assertThat(run.log().get(0)).hasSize(200_000);
            assertThat(run.data().get("accuracy", Double.class)).isEqualTo(0.5);
        }
    }

    @Nested
    class ItsFolder {

        @Test
        void isItsOwnWithLinksToItsInputs() throws IOException {
            write("a.txt", "one");
            CommandFlow flow = CommandFlow.ofShell("cat a.txt; echo made > made.txt; ls")
                    .directory(folder)
                    .inputs("*.txt");
            Runner runner = runner(flow);
            runner.plan();
            write("a.txt", "two");

            assertThat(runner.run().run().log()).containsExactly("onea.txt", "made.txt");
            assertThat(folder).isDirectoryNotContaining("glob:**/made.txt");
        }

        /** The file is read-only, which root does not mind. */
        @Test
        void doesNotLetItChangeWhatOthersRead() throws IOException {
            write("data.txt", "as it was\n");
            CommandFlow spoils = CommandFlow.ofShell("chmod u+w data.txt; echo more >> data.txt")
                    .directory(folder)
                    .inputs("data.txt");

            assertThat(failure(spoils))
                    .extracting(Failure::kind, Failure::message)
                    .containsExactly(
                            "inputs",
                            "the command, or one beside it, has written into its input data.txt, which all of them read;"
                                    + " with work = copy each has its own");
            CommandFlow reads =
                    CommandFlow.ofShell("cat data.txt").directory(folder).inputs("data.txt");
            assertThat(run(reads).log()).containsExactly("as it was");
            assertThat(run(spoils.work(WorkPolicy.COPY)).log()).isEmpty();
        }

        @Test
        void standsToInputsElsewhereAsItsDirectoryDoes() throws IOException {
            write("data/x.csv", "1,2");
            write("src/run.sh", "cat ../data/x.csv");
            CommandFlow flow = CommandFlow.of("sh", "run.sh")
                    .directory(folder.resolve("src"))
                    .inputs("*.sh", "../data/**.csv");

            assertThat(run(flow).log()).containsExactly("1,2");
            assertThat(run(flow.work(WorkPolicy.COPY)).log()).containsExactly("1,2");
        }

        @Test
        void isWarnedOfWhenMuchIsPutIntoItUnasked() throws IOException {
            Files.write(folder.resolve("data.bin"), new byte[11_900_000]);
            CommandFlow flow = CommandFlow.ofShell("true").directory(folder);

            assertThat(runner(flow).plan().warnings())
                    .singleElement()
                    .asString()
                    .contains(", 11 MB; ")
                    .contains("name those that it needs with inputs");
            assertThat(runner(flow.inputs("*.bin")).plan().warnings()).isEmpty();
        }

        @Test
        void mayBeTheDirectoryItself() throws IOException {
            write("a.txt", "one\n");
            run(shell("cat a.txt > b.txt").work(WorkPolicy.SHARE));

            assertThat(folder.resolve("b.txt")).hasContent("one");
        }

        @Test
        void isLeftWithWhatTheCommandHasMade() throws IOException {
            write("a.txt", "one");
            run(CommandFlow.ofShell("true").directory(folder).inputs("*.txt"));
            run(CommandFlow.ofShell("touch model.pt").directory(folder).inputs("*.txt"));

            try (var files = Files.walk(elsewhere.resolve("store/flows"))) {
                assertThat(files.filter(file -> file.getParent().endsWith("work")))
                        .extracting(file -> file.getFileName().toString())
                        .containsExactly("model.pt");
            }
        }
    }

    @Nested
    class ThatFails {

        @Test
        void isNotExplainedByTheValuesThatItPrinted() {
            assertThat(failure(shell("echo no such data; echo flowsweep step=1 loss=0.5; exit 3"))
                            .message())
                    .isEqualTo("the command ended with exit code 3; it said: no such data");
            assertThat(failure(shell("echo flowsweep loss=0.5; exit 3")).message())
                    .isEqualTo("the command ended with exit code 3");
        }

        @Test
        void saysItsExitCodeAndItsLastLine() {
            Failure failure = failure(shell("echo first; echo 'no such data' >&2; exit 3"));
            assertThat(failure.kind()).isEqualTo("exit");
            assertThat(failure.message()).isEqualTo("the command ended with exit code 3; it said: no such data");
        }

        @Test
        void byACrashIsToBlameItself() {
            assertThat(failure(shell("kill -s SEGV $$")).summary()).isEqualTo("crash: the command crashed (signal 11)");
        }

        @Test
        void byACrashSaysItsLastWords() {
            assertThat(failure(shell("echo 'n != 13 failed' >&2; kill -s ABRT $$"))
                            .summary())
                    .isEqualTo("crash: the command crashed (signal 6); it said: n != 13 failed");
        }

        @Test
        void forWantOfAFileThatIsNoInputNamesIt() throws IOException {
            write("data/x.csv", "");
            write("lib/model.py", "");
            String inDirectory = " is in " + folder + " and is no input: name it in inputs";

            assertThat(failure(shell("cat data/x.csv")).message()).endsWith("; data/x.csv" + inDirectory);
            assertThat(failure(shell("cat \"$PWD/data/x.csv\"")).message()).endsWith("; data/x.csv" + inDirectory);
            assertThat(failure(shell("echo \"No module named 'lib.model'\"; exit 1"))
                            .message())
                    .endsWith("; lib/model.py" + inDirectory);
            assertThat(failure(shell("cat data/y.csv")).message()).doesNotContain("no input");
            assertThat(failure(shell("echo no lib was not found; exit 1")).message())
                    .as("a word that a folder has, too")
                    .doesNotContain("no input");
            assertThat(failure(shell("echo data/x.csv is wrong; exit 1").inputs("data"))
                            .message())
                    .doesNotContain("no input");
        }

        @Test
        void forWantOfMemorySaysSo() {
            assertThat(failure(shell("echo MemoryError; exit 1")).kind()).isEqualTo("out of memory");
        }

        @Test
        void withATracebackSaysTheErrorAndThePlace() {
            Failure failure = failure(shell("""
                    cat >&2 <<'END'
                    Traceback (most recent call last):
                      File "/x/train.py", line 9, in <module>
                        main()
                      File "/x/model.py", line 4, in fit
                        raise ValueError("bad depth")
                    ValueError: bad depth
                    END
                    exit 1"""));
            assertThat(failure.summary()).isEqualTo("ValueError: bad depth, in fit (model.py:4)");
        }

        @Test
        void toEndIsKilledWithAllItHasStarted() {
            CommandFlow deaf = shell(
                            "trap '' INT TERM; echo $$; sh -c \"trap '' INT TERM; echo \\$\\$; while :; do sleep 1; done\"")
                    .graces(Duration.ofMillis(50), Duration.ofMillis(50));
            ExecutingRun run = runner(deaf).start();
            await("both to run", () -> run.stdout().size() == 2);
            List<Long> processes = run.stdout().stream().map(Long::valueOf).toList();
            run.terminate();

            assertThat(processes).noneMatch(ThisMachine::lives);
            assertThat(run.status()).isEqualTo(RunState.TERMINATED);
        }

        @Test
        void mayCleanUpFirst() {
            String script = "trap 'echo bye; exit 1' INT; echo on; while :; do sleep 0.05; done";
            String hearing = "--default-signal=INT"; // also when these tests run in the background of a script
            ExecutingRun run = runner(CommandFlow.of("env", hearing, "sh", "-c", script)
                            .directory(folder)
                            .inputs())
                    .start();
            await("it to run", () -> !run.stdout().isEmpty());
            run.terminate();

            assertThat(run.run().log()).containsExactly("on", "bye");
        }
    }

    @Test
    void leavesNothingBehindInTheBackground() {
        Run run = run(shell("sleep 300 & echo $!"));

        assertThat(ThisMachine.lives(Long.parseLong(run.log().get(0)))).isFalse();
    }

    @Nested
    class IsRefused {

        private void refused(CommandFlow flow, String... parts) {
            Runner runner = runner(flow);
            assertThatThrownBy(runner::plan)
                    .isInstanceOf(InvalidInputException.class)
                    .satisfies(e -> assertThat(e.getMessage()).contains(Arrays.asList(parts)));
        }

        @Test
        void withoutItsProgram() {
            refused(CommandFlow.of("pythn3").directory(folder).inputs(), "there is no command pythn3 on the PATH");
            refused(CommandFlow.of("./fit").directory(folder).inputs(), "the command ./fit does not exist");
        }

        @Test
        void whenItMayNotBeExecuted() throws IOException {
            write("fit.sh", "true");
            refused(
                    CommandFlow.of("./fit.sh").directory(folder).inputs("*.sh"),
                    "the command ./fit.sh cannot be executed",
                    "chmod +x");
        }

        @Test
        void withoutItsInterpreter() throws IOException {
            for (String line : List.of("#!/usr/bin/pythn", "#!/usr/bin/env pythn")) {
                write("fit.sh", line + "\n");
                assertThat(folder.resolve("fit.sh").toFile().setExecutable(true))
                        .isTrue();
                refused(
                        CommandFlow.of("./fit.sh").directory(folder).inputs("*.sh"),
                        "the command ./fit.sh is read by " + line.replaceAll(".*[! ](?=\\S+$)", ""),
                        "which is not there");
            }
        }

        @Test
        void withoutItsScript() throws IOException {
            write("train.py", "");
            refused(
                    CommandFlow.of("sh", "trian.py").directory(folder).inputs("*.py"),
                    "there is no trian.py",
                    "Did you mean \"train.py\"?");
        }

        @Test
        void withoutTheScriptBehindOptions() throws IOException {
            write(".hidden", "");
            write("other.py", "");
            refused(
                    CommandFlow.of("sh", "-eu", "fit.sh").directory(folder).inputs(),
                    "there is no fit.sh in",
                    ". There are: other.py");
        }

        @Test
        void withALineForAShellThatBeginsWithWhatIsNotThere() {
            refused(shell("pythn3 -c 1 > out"), "there is no command pythn3 on the PATH");
            refused(shell("sh fit.sh ${args} | cat"), "there is no fit.sh in");
            for (String line : List.of("cd / && pwd", "pythn3 || true", "A=1 pythn3", "[ -e x ] && pythn3")) {
                assertThat(runner(shell(line)).plan().command()).isPresent();
            }
        }

        @Test
        void whenItsProgramIsNotOnThePathThatItIsGiven() throws IOException {
            write("bin/mine", "#!/bin/sh\n");
            assertThat(folder.resolve("bin/mine").toFile().setExecutable(true)).isTrue();
            String path = folder.resolve("bin").toString();
            CommandFlow mine = CommandFlow.of("mine").directory(folder).inputs();
            refused(mine, "there is no command mine on the PATH");
            assertThat(runner(mine.env("PATH", path)).plan().command()).isPresent();
            assertThat(runner(mine).env("PATH", path).plan().command()).isPresent();
            Runner elsewhere =
                    runner(CommandFlow.of("true").directory(folder).inputs()).env("PATH", path);
            assertThatThrownBy(elsewhere::plan).hasMessageContaining("there is no command true on the PATH");
        }

        @Test
        void withAReferenceThatFindsNothing() {
            refused(
                    CommandFlow.of("echo", "${config.lrr}")
                            .directory(folder)
                            .inputs()
                            .places(Map.of("command", "s.conf:3")),
                    "s.conf:3: ${config.lrr} is not defined",
                    "Did you mean \"config.lr\"?");
        }

        @Test
        void whenItIsGivenWhatOnlyJavaFlowsHave() {
            Runner runner = runner(shell("true"));
            assertThatThrownBy(() -> runner.with("retry:times=2").plan())
                    .hasMessageContaining("a command cannot have the decorator \"retry\"")
                    .hasMessageContaining("run.retry");
            assertThatThrownBy(() -> runner.jvmOptions("-Xint").start()).hasMessageContaining("its flow is a command");
            assertThatThrownBy(() -> runner.workingDirectory(folder).start())
                    .hasMessageContaining("says itself where it works");
        }

        @Test
        void whenAnInputMatchesNothing() {
            refused(CommandFlow.of("true").directory(folder).inputs("*.py"), "no file matches the input \"*.py\"");
        }
    }
}
