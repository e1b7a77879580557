package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plan} and {@code config} tell of a sweep file and its overrides, without looking at the flow. */
class SweepInputTest {

    @TempDir
    Path dir;

    private String file;

    @BeforeEach
    void project() throws IOException {
        Files.createDirectories(dir.resolve(".git"));
        Files.writeString(dir.resolve("Flow.java"), "this does not even compile");
        Files.writeString(dir.resolve("base.conf"), "dim = 100\nopt { lr = 0.1, type = sgd }");
        file = Files.writeString(dir.resolve("s.conf"), """
                        flow = Flow.java
                        config { include "base.conf", cpu = 1, api_key = abc, id = ${cpu}x${dim} }
                        params { seconds = 5 }
                        grid {
                          cpu = [1, 2]
                          opt.lr = [0.1, 0.01]
                        }
                        """).toString();
    }

    private static List<Map<?, ?>> lines(Cli cli) {
        return cli.out()
                .lines()
                .<Map<?, ?>>map(line -> (Map<?, ?>) Json.parse(line))
                .toList();
    }

    @Nested
    class Plan {

        @Test
        void listsTheFilesThatACommandReads() throws IOException {
            Path script = Files.writeString(dir.resolve("train.sh"), "echo done");
            String command = Files.writeString(
                            dir.resolve("command.conf"),
                            "flow { command = [sh, train.sh], inputs = [\"*.sh\"] }\nconfig { cpu = 1 }")
                    .toString();

            assertThat(Cli.run("plan", command, "--inputs").out()).isEqualTo(script + "\n");
            assertThat(lines(Cli.run("plan", command, "--inputs", "--json")))
                    .isEqualTo(List.of(Map.of("input", script.toString())));
        }

        @Test
        void saysWhichInputsOfACommandAreNotThere() throws IOException {
            Files.writeString(dir.resolve("train.sh"), "echo done");
            String command = Files.writeString(
                            dir.resolve("command.conf"),
                            "flow { command = [sh, train.sh], inputs = [\"*.csv\"] }\nconfig { cpu = 1 }")
                    .toString();

            assertThat(Cli.run("plan", command).err())
                    .contains("command.conf:1: no file matches the input \"*.csv\"")
                    .contains("command.conf:1: train.sh, which the command starts, is none of its inputs");
        }

        @Test
        void countsWhatOverridesMakeOfTheFile() {
            assertThat(Cli.run("plan", file).out()).startsWith("s: 4 variants over cpu (2) × lr (2)\n");
            assertThat(Cli.run("plan", file, "cpu=1..3", "dim=1,2").out())
                    .startsWith("s: 12 variants over cpu (3) × lr (2) × dim (2)\n");
            assertThat(Cli.run("plan", file, "cpu=1..1000000", "dim=range(1000000)")
                            .out())
                    .startsWith("s: 2000000000000 variants over cpu (1000000) × lr (2) × dim (1000000)\n")
                    .contains("…");
        }

        @Test
        void tellsWhatIsWrongWithAnOverrideAndWhere() {
            Cli cli = Cli.run("plan", file, "cup=1,2", "dim=1,,2");
            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err()).contains("column 7: a value must stand here").contains("dim=1,,2\n          ^");
            assertThat(Cli.run("plan", file, "cup=1,2").err()).contains("Did you mean \"cpu\"?");
        }

        @Test
        void streamsEveryVariantAsJsonWithSecretsMasked() {
            List<Map<?, ?>> lines = lines(Cli.run("plan", file, "--json", "cpu=7"));
            assertThat(lines).hasSize(2);
            assertThat((Map<?, ?>) lines.get(1).get("config"))
                    .isEqualTo(Map.of(
                            "cpu",
                            7L,
                            "dim",
                            100L,
                            "api_key",
                            "***",
                            "id",
                            "7x100",
                            "opt",
                            Map.of("lr", 0.01, "type", "sgd")));
        }

        @Test
        void tellsTheResourcesOfEachVariantWithoutCompilingTheFlow() throws IOException {
            Files.writeString(dir.resolve("Flow.java"), """
                    import not.to.be.found.Library;
                    @Dependencies("no.such:library:1.0")
                    public class Flow extends FlowSpec {
                        @FlowConfig Settings config;
                        @Step(next = "end") @Resources(cpu = "${config.cpu}", memory = "4GB") void start() {}
                        @Step void end() {}
                    }
                    """);
            assertThat(Cli.run("plan", file, "cpu=1,2", "~opt.lr")
                            .out()
                            .lines()
                            .skip(2)
                            .map(line -> line.replaceAll(" +", " ").strip()))
                    .containsExactly(
                            "variant cpu resources",
                            "------- --- ---------------",
                            "0 1 1 cpu, 3815 MiB",
                            "1 2 2 cpu, 3815 MiB");
            assertThat(Cli.run("plan", file, "cpu=3", "~opt.lr", "run.resources.memory=1GB,2GB")
                            .out())
                    .contains("3 cpu, 954 MiB", "3 cpu, 1907 MiB");
            assertThat(lines(Cli.run("plan", file, "--json", "cpu=2", "~opt.lr"))
                            .get(0)
                            .get("resources"))
                    .isEqualTo(Map.of("cpu", 2L, "memory_bytes", 4_000_000_000L, "gpu", 0L, "pools", Map.of()));
        }

        @Test
        void keepsTheVariantsThatAreWanted() {
            assertThat(points("--where", "cpu > 1"))
                    .hasSize(2)
                    .allMatch(p -> p.get("config.cpu").equals(2L));
            assertThat(points("--where", "cpu > 1", "--where", "lr < 0.05")).hasSize(1);
            assertThat(points("--where", "id == '2x100'")).hasSize(2);
            assertThat(points("--limit", "3")).hasSize(3);
            assertThat(points("--shuffle", "7")).hasSize(4).isEqualTo(points("--shuffle", "7"));
            assertThat(points("cpu=1..50", "--shuffle", "7", "--limit", "9"))
                    .hasSize(9)
                    .isNotEqualTo(points("cpu=1..50", "--limit", "9"));
            assertThat(Cli.run("plan", file, "--where", "cup > 1").err())
                    .contains("--where: there is no \"cup\" here")
                    .contains("cup > 1\n    ^");
            assertThat(Cli.run("plan", file, "--where", "cpu = 1").err()).contains("Compare with ==");
            assertThat(Cli.run("plan", file, "--where", "cpu").err()).contains("must be true or false");
            assertThat(Cli.run("plan", file, "--binding", "A").err()).contains("The sweep has no bindings.");
            assertThat(Cli.run("plan", file, "--limit", "0").err()).contains("--limit=0 is none of");
        }

        @Test
        void keepsTheBindingThatIsWanted() throws IOException {
            Files.writeString(Path.of(file), """

                    bindings { EXP_01 { dim = 5 }, EXP_02 { dim = 6 } }
                    """, java.nio.file.StandardOpenOption.APPEND);
            assertThat(points()).hasSize(8);
            assertThat(points("--binding", "EXP_02"))
                    .hasSize(4)
                    .allMatch(p -> p.get("binding").equals("EXP_02"));
            assertThat(points("--binding", "EXP_02", "--binding", "EXP_02")).hasSize(4);
            assertThat(Cli.run("plan", file, "--binding", "EXP_03").err())
                    .contains("there is no binding", "Did you mean");
        }

        private List<Map<?, ?>> points(String... words) {
            List<String> all = new java.util.ArrayList<>(List.of("plan", file, "--json"));
            all.addAll(List.of(words));
            return lines(Cli.run(all.toArray(String[]::new))).stream()
                    .<Map<?, ?>>map(line -> (Map<?, ?>) line.get("point"))
                    .toList();
        }

        @Test
        void showsWhatARunWithTheSameOptionsRuns() {
            assertThat(numbers("--only", "2")).containsExactly(2L);
            assertThat(numbers("--smoke")).containsExactly(0L, 3L);
            assertThat(numbers("--shard", "1/3")).containsExactly(0L, 3L);
            assertThat(numbers("--shard", "2/3")).containsExactly(1L);
            assertThat(numbers("--shard", "3/3")).containsExactly(2L);
            assertThat(numbers("--only", "cpu > 1")).containsExactly(2L, 3L);
            assertThat(numbers("--only", "id == '2x100' and lr < 0.05")).containsExactly(3L);
            assertThat(numbers("--only", "cpu=2,lr=0.1")).containsExactly(2L);
            assertThat(numbers("--only", "cpu=2,lr=0.0")).containsExactly(3L);
            assertThat(Cli.run("plan", file, "--only", "cpu=2").err())
                    .contains("\"cpu=2\" means several variants of s: cpu=2,lr=0.1; cpu=2,lr=0.01. Name one of them.");
            assertThat(Cli.run("plan", file, "--only", "cpu=2,lr=1.0").err())
                    .contains("no variant of s is called \"cpu=2,lr=1.0\". Did you mean");
            assertThat(Cli.run("plan", file, "--only", "cpu > 9").err()).contains("holds for no variant of s");
            assertThat(Cli.run("plan", file, "--only", "cup > 1").err()).contains("there is no \"cup\" here");
            assertThat(Cli.run("plan", file, "--shard", "1/3").out()).contains("; shard 1/3: 2\n");
            assertThat(Cli.run("plan", file, "--only", "9").err()).contains("--only 9: the variants are 0 to 3");
            assertThat(Cli.run("plan", file, "--shard", "4/3").err()).contains("\"4/3\" is no part of a sweep");
        }

        private List<Object> numbers(String... options) {
            List<String> words = new java.util.ArrayList<>(List.of("plan", file, "--json"));
            words.addAll(List.of(options));
            return lines(Cli.run(words.toArray(String[]::new))).stream()
                    .<Object>map(line -> line.get("variant"))
                    .toList();
        }

        @Test
        void countsBeyondWhatFitsIntoALong() {
            List<String> words =
                    new java.util.ArrayList<>(List.of("plan", file, "cpu=1..1000000000", "dim=1..1000000000"));
            words.add("opt.lr=1..1000000000");
            Cli cli = Cli.run(words.toArray(String[]::new));
            assertThat(cli.err()).isEmpty();
            assertThat(cli.out())
                    .startsWith("s: 1000000000000000000000000000 variants over ")
                    .contains("\n0 ", "\n999999999999999999999999999  1000000000  1000000000  1000000000\n");
            words.set(0, "config");
            words.addAll(List.of("--index", "999999999999999999999999998", "--path", "dim", "--json"));
            assertThat(lines(Cli.run(words.toArray(String[]::new))))
                    .<Object>extracting(line -> line.get("value"))
                    .containsExactly(999_999_999L);
        }

        @Test
        void looksAtALargeSpaceOnlyAsFarAsItIsAskedTo() {
            String[] words = {"plan", file, "cpu=1..1000000000", "--where", "cpu % 1000 == 1"};
            Cli cli = Cli.run(words);
            assertThat(cli.out().lines().toList())
                    .hasSize(10)
                    .startsWith("s: ≥ 100 variants over cpu (1000000000) × lr (2); --count counts them all")
                    .last()
                    .isEqualTo("…");
            assertThat(Cli.run("config", file, "cpu=1..1000000000", "--where", "cpu % 1000 == 1", "--index", "4")
                            .out())
                    .contains(" 2001 ");
            assertThat(Cli.run("plan", file, "cpu=1..60000", "--where", "cpu % 1000 == 1", "--count")
                            .out())
                    .startsWith("s: 120 variants over cpu (60000) × lr (2)\n")
                    .contains("\n…\n")
                    .containsPattern("\n *119 +59001 ");
            assertThat(Cli.run("plan", file, "cpu=1..60000", "--where", "cpu % 1000 == 1", "--shard", "1/3", "--all")
                            .out())
                    .contains("; shard 1/3: 40\n");
        }

        @Test
        void showsHowTwoVariantsDiffer() {
            assertThat(Cli.run("plan", file, "--diff", "0", "3").out().lines().toList())
                    .containsExactly(
                            "- 0  cpu=1,lr=0.1",
                            "+ 3  cpu=2,lr=0.01",
                            "",
                            "config.cpu",
                            "  - 1",
                            "  + 2",
                            "config.id",
                            "  - 1x100",
                            "  + 2x100",
                            "config.opt.lr",
                            "  - 0.1",
                            "  + 0.01");
            assertThat(Cli.run("plan", file, "--diff", "1", "1").out()).contains("They do not differ.");
            assertThat(lines(Cli.run("plan", file, "--diff", "0", "1", "--json")))
                    .containsExactly(Map.of("path", "config.opt.lr", "0", 0.1, "1", 0.01));
            assertThat(Cli.run("plan", file, "--diff", "0", "4").err()).contains("--diff 4: the variants are 0 to 3");
        }
    }

    @Nested
    class Config {

        @Test
        void givesEachValueWithItsPlace() {
            String base = dir.resolve("base.conf").toString();
            assertThat(Cli.run("config", file, "dim=7").out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                    .containsExactly(
                            "config.api_key | *** | " + file + ":2",
                            "config.cpu | 1 | " + file + ":5",
                            "config.dim | 7 | command line: dim=7",
                            "config.id | 1x7 | " + file + ":2",
                            "config.opt.lr | 0.1 | " + file + ":6",
                            "config.opt.type | sgd | " + base + ":2",
                            "params.seconds | 5 | " + file + ":3");
        }

        @Test
        void isThatOfAnyVariantAndBelowAnyPath() {
            assertThat(lines(Cli.run("config", file, "--index", "3", "--path", "opt", "--json")))
                    .extracting(line -> line.get("path"), line -> line.get("value"))
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("config.opt.lr", 0.01),
                            org.assertj.core.groups.Tuple.tuple("config.opt.type", "sgd"));
            assertThat(lines(Cli.run("config", file, "--path", "params.seconds", "--json", "params.seconds=9")))
                    .containsExactly(
                            Map.of("path", "params.seconds", "value", 9L, "where", "command line: params.seconds=9"));
        }

        @Test
        void refusesWhatIsNotThere() {
            assertThat(Cli.run("config", file, "--index", "4").err()).contains("--index 4: the variants are 0 to 3");
            assertThat(Cli.run("config", file, "1").err()).contains("\"1\" is no override", "--index 1");
            assertThat(Cli.run("config", file, "--path", "opt.lrr").err()).contains("Did you mean \"opt.lr\"?");
        }
    }
}
