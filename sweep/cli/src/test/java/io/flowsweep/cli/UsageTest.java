package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.input.ParameterWords;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;

class UsageTest {

    @Nested
    class WrongWords {

        @Test
        void anUnknownVerbGetsASuggestion() {
            Cli cli = Cli.run("rnu", "x.conf");

            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err()).contains("error: ").contains("rnu").contains("\"run\"");
            assertThat(cli.out()).isEmpty();
        }

        @Test
        void anUnknownOptionGetsASuggestion() {
            Cli cli = Cli.run("run", "x.conf", "--paralel", "2");

            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err()).contains("--paralel").contains("--parallel").contains("flowsweep run --help");
        }

        @ParameterizedTest
        @CsvSource({"--json results, --json", "--store=here run x.conf, --store=here", "-j 2 run x.conf, -j"})
        void anOptionOfTheVerbsGoesBehindTheVerb(String words, String option) {
            assertThat(Cli.run(words.split(" ")).err()).contains("behind the verb: flowsweep VERB " + option);
        }

        @Test
        void anOverrideIsWrittenWithoutDashes() {
            assertThat(Cli.run("run", "x.conf", "--lr=0.1").err()).contains("no dashes: lr=0.1");
            assertThat(Cli.run("results", "--lr=0.1").err()).doesNotContain("dashes");
        }

        @ParameterizedTest
        @CsvSource({
            "run",
            "plan",
            "flow",
            "flow show",
            "flow tag",
            "flow logs",
            "'run a.conf -j two'",
            "'run a.conf -j 0'",
            "''"
        })
        void incompleteOrImpossibleUsageIsExplained(String words) {
            Cli cli = Cli.run(words.isEmpty() ? new String[0] : words.split(" "));

            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err()).startsWith("error: ").contains("--help").doesNotContain("\tat ");
        }

        @Test
        void anAtSignIsNoFileOfArguments() {
            assertThat(Cli.run("plan", "@missing").err()).contains("@missing").doesNotContain("Unknown option");
        }
    }

    @Nested
    class Parameters {

        @Test
        void areGivenWithAndWithoutAnEqualsSign() {
            assertThat(ParameterWords.read(null, List.of("--seconds", "5", "--name=a=b", "--flag=")))
                    .containsExactly(
                            java.util.Map.entry("seconds", "5"),
                            java.util.Map.entry("name", "a=b"),
                            java.util.Map.entry("flag", ""));
        }

        @Test
        void withoutAValueAreRefused(@TempDir Path folder) {
            Cli cli = Cli.run("flow", "run", folder.resolve("A.java").toString(), "--seconds");

            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err()).contains("--seconds needs a value");
        }

        @Test
        void otherWordsAreRefused(@TempDir Path folder) {
            Cli cli = Cli.run("flow", "run", folder.resolve("A.java").toString(), "seconds=5");

            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err()).contains("seconds=5").contains("--NAME VALUE");
        }
    }

    @Nested
    class Faults {

        @Test
        void eachProblemOfAUserIsALineWithoutATrace() {
            Cli cli = Cli.runWith(
                    throwing(new InvalidInputException(List.of(
                            Problem.of("no such path \"dmi\"", "a.conf:3", "Did you mean \"dim\"?"),
                            Problem.at("a.conf:7", "an axis has at least one value")))),
                    "extra");

            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err())
                    .isEqualToIgnoringNewLines("error: a.conf:3: no such path \"dmi\". Did you mean \"dim\"?"
                            + "error: a.conf:7: an axis has at least one value");
        }

        @Test
        void whatTheMachineRefusesIsNoFaultOfOurs() {
            Cli cli = Cli.runWith(throwing(new StoreException("cannot read /x: permission denied")), "extra");

            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err().trim()).isEqualTo("error: cannot read /x: permission denied");
        }

        @Test
        void aFaultOfOursSaysHowToSeeWhere() {
            Cli cli = Cli.runWith(throwing(new IllegalStateException("a bug")), "extra");

            assertThat(cli.exit()).isEqualTo(70);
            assertThat(cli.err()).contains("a bug").contains("--stacktrace").doesNotContain("\tat ");
        }

        @Test
        void onRequestTheTraceIsShown() {
            Cli cli = Cli.runWith(throwing(new IllegalStateException("a bug")), "extra", "--stacktrace");

            assertThat(cli.exit()).isEqualTo(70);
            assertThat(cli.err()).contains("\tat io.flowsweep.cli.UsageTest");
        }

        private Callable<Integer> throwing(RuntimeException e) {
            return new Extra(e);
        }
    }

    @Command(name = "extra")
    private record Extra(RuntimeException fault) implements Callable<Integer> {

        @Override
        public Integer call() {
            throw fault;
        }
    }

    @Nested
    class Help {

        @ParameterizedTest
        @CsvSource({"--help", "run --help", "plan -h", "results --help", "flow --help", "flow run --help"})
        void isPrintedOnRequest(String words) {
            Cli cli = Cli.run(words.split(" "));

            assertThat(cli.exit()).isZero();
            assertThat(cli.out()).startsWith("Usage: flowsweep").contains("--stacktrace");
            assertThat(cli.err()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"--help, --stacktrace --help", "flow -h, flow --stacktrace -h"})
        void ofAGroupIsTheSameWhoeverPrintsIt(String fast, String throughPicocli) {
            assertThat(GroupHelp.asked(Verbs.FLOWSWEEP, fast.split(" ")))
                    .hasValue(Cli.run(throughPicocli.split(" ")).out());
        }

        @ParameterizedTest
        @CsvSource({"run --help", "flow run --help", "flow", "--help --version", "-h flow", "flo -h"})
        void ofAVerbAndWhatIsMoreThanHelpIsLeftToPicocli(String words) {
            assertThat(GroupHelp.asked(Verbs.FLOWSWEEP, words.split(" "))).isEmpty();
        }

        @Test
        void tellsTheExitCodes() {
            assertThat(Cli.run("--help").out()).contains("130  interrupted");
        }

        @Test
        void theVersionIsOneLine() {
            assertThat(Cli.run("--version").out()).startsWith("flowsweep ").hasLineCount(1);
        }
    }

    @Test
    void resultsOfNothingAreAnErrorWithTheCure(@TempDir Path folder) {
        Cli cli = Cli.run("results", "matmul", "--store", folder.toString());

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("there is no sweep \"matmul\"").contains("--store DIR");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void resultsOfNothingNameTheStoreInTheFolderBelow(@TempDir Path folder) throws IOException {
        Path store = folder.resolve("sweeps/.flowsweep");
        Files.createDirectories(store.resolve("sweeps"));

        Cli cli = Cli.run("results", "--store", folder.resolve(".flowsweep").toString());

        assertThat(cli.err()).contains("Sweeps have run near it: say --store " + store);
    }
}
