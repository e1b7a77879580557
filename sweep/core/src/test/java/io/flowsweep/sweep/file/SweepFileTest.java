package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.sweep.file.base.RunReader;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.ChartRequest;
import io.flowsweep.sweep.spec.MetricSpec;
import io.flowsweep.sweep.spec.RunPolicy;
import io.flowsweep.sweep.spec.SweepPolicy;
import io.flowsweep.sweep.spec.SweepSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepFileTest {

    @TempDir
    Path dir;

    private SweepFolder folder;

    @BeforeEach
    void folder() {
        folder = SweepFolder.in(dir);
    }

    @Nested
    class AWholeFile {

        @Test
        void isReadIntoItsParts() {
            folder.write("configs/base.conf", "memory = 2GB\ncpu = 0");
            SweepSpec spec = folder.load("""
                    name = matmul
                    config { include required("configs/base.conf"), cpu = 1, dim = 1000, variant_id = ${cpu}x${dim} }
                    params { seconds = 5 }
                    grid {
                      dim = [500, 1000]
                      cpu { from = 1, to = 2 }
                    }
                    metrics {
                      perf { artifact = squaringsPerSecond, goal = maximize, unit = "1/s" }
                      best { reported = top, goal = minimize }
                      acc = accuracy
                    }
                    objective = perf
                    charts = [ { type = line, x = cpu, y = perf, series = dim, title = "T", log_x = true },
                               { type = bar, x = variant_id, y = metrics.acc, log-y = true } ]
                    tags = ["demo"]
                    run { executor = inline, parallel = 3, variant_timeout = 5m, exclusive = true }
                    """);
            assertThat(spec.name()).isEqualTo("matmul");
            assertThat(spec.file()).isEqualTo(dir.resolve("s.conf"));
            assertThat(spec.flow()).isEqualTo(dir.resolve("flows/MatMul.java"));
            assertThat(spec.base().params()).isEqualTo(Map.of("seconds", 5L));
            assertThat(spec.axes()).extracting(Axis::path).containsExactly("config.dim", "config.cpu");
            assertThat(spec.axes()).extracting(Axis::name).containsExactly("dim", "cpu");
            assertThat(spec.axes())
                    .extracting(Axis::where)
                    .containsExactly(dir.resolve("s.conf") + ":6", dir.resolve("s.conf") + ":7");
            assertThat(spec.views().metrics())
                    .extracting(MetricSpec::name, MetricSpec::source, MetricSpec::of)
                    .containsExactly(
                            tuple("perf", MetricSpec.Source.ARTIFACT, "squaringsPerSecond"),
                            tuple("best", MetricSpec.Source.REPORTED, "top"),
                            tuple("acc", MetricSpec.Source.ARTIFACT, "accuracy"));
            assertThat(spec.views().metrics().get(0).goal()).contains(MetricSpec.Goal.MAXIMIZE);
            assertThat(spec.views().metrics().get(0).unit()).contains("1/s");
            assertThat(spec.views().metrics().get(2).goal()).isEmpty();
            assertThat(spec.views().objective()).contains("perf");
            assertThat(spec.views().charts())
                    .containsExactly(
                            new ChartRequest(
                                    ChartSpec.line("cpu", "perf")
                                            .withSeries("dim")
                                            .withTitle("T")
                                            .withLogX(),
                                    dir.resolve("s.conf") + ":15"),
                            new ChartRequest(
                                    ChartSpec.bar("config.variant_id", "acc").withLogY(),
                                    dir.resolve("s.conf") + ":16"));
            assertThat(spec.tags()).containsExactly("demo");
            assertThat(spec.run())
                    .isEqualTo(new RunPolicy(
                            "inline",
                            OptionalInt.of(3),
                            Optional.of(Duration.ofMinutes(5)),
                            true,
                            Optional.empty(),
                            Map.of(),
                            false,
                            SweepPolicy.DEFAULT));
            assertThat(spec.source().files())
                    .containsExactlyInAnyOrder(dir.resolve("s.conf"), dir.resolve("configs/base.conf"));
        }

        @Test
        void needsOnlyAFlow() {
            SweepSpec spec = folder.load("");
            assertThat(spec.name()).isEqualTo("s");
            assertThat(spec.variation().space().size()).isEqualTo(1);
            assertThat(spec.base().configs().values()).isEmpty();
            assertThat(spec.run()).isEqualTo(RunReader.DEFAULT);
        }

        @Test
        void theConfigMayBeAFileOfAnotherFormat() {
            folder.write("base.yaml", "cpu: 1\nmodel:\n  layers: [8]\n");
            assertThat(folder.variants("config = base.yaml\ngrid { cpu = [1, 2] }")
                            .get(1)
                            .config())
                    .isEqualTo(Map.of("cpu", 2L, "model", Map.of("layers", List.of(8L))));

            folder.write("base.toml", "cpu = 1\nmodel = [\n");
            assertThat(folder.problems("config = base.toml"))
                    .startsWith("base.toml:")
                    .contains("not valid TOML");
        }

        @Test
        void mayNameItsConfigFile() {
            folder.write("base.json", "{\"cpu\": 1}");
            SweepSpec spec = folder.load("config = base.json\ngrid { cpu = [1, 2] }");
            assertThat(spec.variation().space().size()).isEqualTo(2);
            assertThat(spec.source().files()).contains(dir.resolve("base.json"));
        }

        @Test
        void takesKebabCaseToo() {
            assertThat(folder.load("run { variant-timeout = 90s }").run().variantTimeout())
                    .contains(Duration.ofSeconds(90));
        }
    }

    @Nested
    class Names {

        @Test
        void ofMachineAndLetWorkEverywhere() {
            int cpus = Runtime.getRuntime().availableProcessors();
            SweepSpec spec = folder.load("""
                    let { most = ${machine.cpus}, dims = [1, 2], stem = ${let.prefix}-x, prefix = "p" }
                    name = ${let.stem}
                    config { cpu = 1, dim = 1, bytes = ${machine.memory}, m = ${let.most} }
                    grid { cpu { from = 1, to = ${machine.cpus} }, dim = ${let.dims} }
                    params { a = ${let.prefix}, b = "${let.most}" }
                    run { parallel = ${let.most} }
                    """);
            assertThat(spec.name()).isEqualTo("p-x");
            assertThat(spec.variation().space().size()).isEqualTo(2 * cpus);
            assertThat(spec.run().parallel()).hasValue(cpus);
            var first = new Variants(spec).get(0);
            assertThat(first.params()).isEqualTo(Map.of("a", "p", "b", (long) cpus));
            assertThat(first.config()).containsEntry("m", (long) cpus);
            assertThat((Long) first.config().get("bytes")).isGreaterThan(1L << 20);
            assertThat(first.config()).containsOnlyKeys("cpu", "dim", "bytes", "m");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "grid { cpu = [${let.mots}] }   | s.conf:3: ${let.mots} is not defined. Did you mean \"let.most\"?",
                    "grid { cpu = [\"${let.mots}\"] } | s.conf:3: ${let.mots} is not defined. Did you mean \"let.most\"?",
                    "tags = [${config.cpus}]        | s.conf:3: ${config.cpus} is not defined. Did you mean \"config.cpu\"?",
                    "tags = [\"${config.cpus}\"]    | s.conf:3: ${config.cpus} is not defined. Did you mean \"config.cpu\"?",
                    "params { p = \"${config.cpus}\" } | s.conf:3: ${config.cpus} is not defined. Did you mean \"config.cpu\"?"
                })
        void thatAreUnknownAreErrors(String line, String problem) {
            assertThat(folder.problems("let { most = 2 }, config { cpu = 1 }\n" + line))
                    .isEqualTo(problem);
        }

        @Test
        void aGridCannotDependOnTheConfig() {
            assertThat(folder.problems("config { cpu = 1 }\ngrid { cpu = [${config.cpu}] }"))
                    .startsWith("s.conf:3: ${config.cpu} is not defined");
        }
    }

    @Nested
    class Mistakes {

        @Test
        void areAllToldAtOnce() {
            assertThat(folder.problems("""
                            flwo = x
                            config { cpu = 1, dim = 2 }
                            grid { dmi = [1], cpu = [] }
                            objective = perf
                            run { paralel = 2 }
                            """).lines())
                    .containsExactlyInAnyOrder(
                            "s.conf:2: unknown key \"flwo\". Did you mean \"flow\"?",
                            "s.conf:4: the config has no \"dmi\". Did you mean \"dim\"?",
                            "s.conf:4: axis \"cpu\" has no values. Give at least one, or remove the axis.",
                            "s.conf:5: the objective \"perf\" is no metric",
                            "s.conf:6: unknown key \"run.paralel\". Did you mean \"parallel\"?");
        }

        @Test
        void ofSyntaxNameLineAndText() {
            assertThat(folder.problems("grid { a = 1,2 }"))
                    .startsWith("s.conf:2: not valid HOCON: ")
                    .contains("`grid { a = 1,2 }`")
                    .contains("a list");
        }

        @Test
        void aMissingSweepFileIsNamed() {
            folder.write("matmul.conf", "");
            assertThatThrownBy(() -> SweepFile.load(dir.resolve("matmull.conf")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("there is no file")
                    .hasMessageEndingWith("Did you mean \"" + dir.resolve("matmul.conf") + "\"?");
        }

        @ParameterizedTest
        @ValueSource(strings = {"matmul", "matmul.con", "matmu.conf", "sweeps/matmul"})
        void aSweepFileIsFoundByItsNameWithoutItsFolderAndExtension(String named) {
            Path file = folder.write("sweeps/matmul.conf", "");
            folder.write("other.conf", "");
            assertThatThrownBy(() -> SweepFile.load(dir.resolve(named)))
                    .hasMessage("there is no file " + dir.resolve(named) + ". Did you mean \"" + file + "\"?");
        }

        @Test
        void aFolderOrAFlowInsteadOfASweepFileGetsTheCure() {
            Path flow = folder.write("Train.java", "");

            assertThatThrownBy(() -> SweepFile.load(flow.getParent()))
                    .hasMessageContaining("is a folder, not a sweep file")
                    .hasMessageContaining("Name a .conf file in it. There is no .conf file there.");
            assertThatThrownBy(() -> SweepFile.load(flow))
                    .hasMessageContaining("Train.java is a flow, not a sweep file")
                    .hasMessageContaining("`flowsweep flow run ");
        }

        @Test
        void aProgramInsteadOfASweepFileGetsTheCure() {
            Path script = folder.write("train it.py", "");
            Path program = folder.write("train", "");
            assertThat(program.toFile().setExecutable(true)).isTrue();

            assertThatThrownBy(() -> SweepFile.load(script))
                    .hasMessageContaining("train it.py is a program, not a sweep file")
                    .hasMessageContaining("`flowsweep init . --script '" + script + "'`")
                    .hasMessageContaining("`flowsweep flow run '" + script + "'`");
            assertThatThrownBy(() -> SweepFile.load(program))
                    .hasMessageContaining("flow { command = [\"" + program + "\", \"${args}\"] }");
        }

        @Test
        void aMissingFlowSuggestsAFileOfThatFolder() {
            assertThat(folder.problems("flow = flows/Matmull.java"))
                    .isEqualTo("s.conf:2: the flow flows/Matmull.java does not exist. Did you mean \"MatMul.java\"?");
            assertThat(folder.problems("flow = .git")).contains("is a folder without a source");
            assertThat(folder.problems("flow = null"))
                    .isEqualTo("s.conf:2: the sweep names no flow. Add flow = path/to/Flow.java.");
        }

        @Test
        void noFlowAtAllIsReported() {
            Path file = folder.write("t.conf", "name = x");
            assertThatThrownBy(() -> SweepFile.load(file)).hasMessageContaining("the sweep names no flow");
        }

        @Test
        void aMissingConfigFileOrIncludeIsReportedAtItsLine() {
            folder.write("base.conf", "");
            assertThat(folder.problems("config = bsae.conf"))
                    .isEqualTo("s.conf:2: there is no file bsae.conf. Did you mean \"base.conf\"?");
            assertThat(folder.problems("config { a = 1\ninclude \"nope.conf\" }"))
                    .startsWith("s.conf:3: the included file \"nope.conf\" does not exist");
        }

        @ParameterizedTest
        @ValueSource(strings = {"config = ${let.c}", "config = ${let.c} { a = 1 }", "config = 5"})
        void aConfigIsAnObjectOrAFile(String line) {
            assertThat(folder.problems("let { c { b = 1 } }\n" + line))
                    .startsWith("s.conf:3: \"config\" must be { … }, a text or the name of a file")
                    .contains("include");
        }

        @ParameterizedTest
        @ValueSource(strings = {"search { }", "report { }"})
        void keysOfLaterVersionsAreRefusedNeverIgnored(String line) {
            assertThat(folder.problems(line)).startsWith("s.conf:2: ").contains("is not supported by this version");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "run { parallel = 0 }           | \"run.parallel\" must be auto or a whole number of at least 1, but is 0",
                    "run { parallel = 1.5 }         | \"run.parallel\" must be auto or a whole number of at least 1, but is 1.5",
                    "run { variant_timeout = 300 }  | must be a duration above 0 with its unit",
                    "run { variant_timeout = \"300\" } | must be a duration above 0 with its unit",
                    "run { variant_timeout = 0s }   | must be a duration above 0 with its unit",
                    "run { variant_timeout = 5 min. } | must be a duration with its unit",
                    "run { exclusive = \"yes\" }    | \"run.exclusive\" must be true or false, but is yes",
                    "run = 5                        | \"run\" must be an object { … }, but is 5",
                    "params = 5                     | \"params\" must be an object { … }, but is 5",
                    "grid = [1]                     | here must stand an object of axes { … }, not [1]",
                    "let = 5                        | \"let\" must be an object",
                    "tags = x                       | \"tags\" must be a list of texts",
                    "tags = [[1]]                   | \"tags\" must be a list of texts",
                    "name = \"a/b\"                 | cannot be the name of a folder",
                    "name = \"..\"                  | cannot be the name of a folder",
                    "name = [1]                     | \"name\" must be a text, but is [1]",
                    "Flow = x                       | unknown key \"Flow\". Did you mean \"flow\"?",
                    "run { variant_timeout = 1s, variant-timeout = 2s } | are one key"
                })
        void valuesOfTheWrongKindAreReported(String line, String problem) {
            assertThat(folder.problems(line)).startsWith("s.conf:2: ").contains(problem);
        }
    }

    @Nested
    class Metrics {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "perf { goal = maximize }                 | needs one of artifact, reported, stdout, pattern, csv, resource and duration",
                    "perf { artifact = a, reported = b }      | needs one of artifact, reported, stdout, pattern, csv, resource and duration",
                    "perf { artifact = a, goal = maximise }   | must be maximize or minimize, but is \"maximise\". Did you mean \"maximize\"?",
                    "perf { resource = peak_memori }           | must be peak_memory or cpu_seconds or wall_seconds, but is \"peak_memori\". Did you mean \"peak_memory\"?",
                    "perf { artefact = a }                    | unknown key \"metrics.perf.artefact\". Did you mean \"artifact\"?",
                    "perf = 5                                 | is no object",
                    "cpu = a                                  | has the name of an axis"
                })
        void thatAreIncompleteAreReported(String metric, String problem) {
            assertThat(folder.problems("config { cpu = 1 }, grid { cpu = [1] }\nmetrics { " + metric + " }"))
                    .contains("s.conf:3: ")
                    .contains(problem);
        }

        @Test
        void mayBeWhatARunTakes() {
            assertThat(folder.load(
                                    "metrics { mem { resource = peak_memory }, t { resource = cpu_seconds, unit = cpu-s } }")
                            .views()
                            .metrics())
                    .extracting(
                            MetricSpec::source, MetricSpec::of, m -> m.unit().orElseThrow())
                    .containsExactly(
                            tuple(MetricSpec.Source.RESOURCE, "peak_memory", "MiB"),
                            tuple(MetricSpec.Source.RESOURCE, "cpu_seconds", "cpu-s"));
        }

        @Test
        void oneThatIsWrongIsToldOnce() {
            assertThat(
                            folder.problems(
                                    "metrics { perf { goal = maximize } }\nobjective = perf\ncharts = [ { type = histogram, x = perf } ]"))
                    .hasLineCount(1)
                    .contains("the metric \"perf\" needs one of artifact");
        }

        @Test
        void anObjectiveNeedsAGoal() {
            assertThat(folder.problems("metrics { perf = p }\nobjective = perf"))
                    .isEqualTo("s.conf:2: the metric \"perf\" is the objective and has no goal."
                            + " Add goal = maximize or goal = minimize.");
        }
    }

    @Nested
    class Charts {

        private String problems(String chart) {
            return folder.problems("config { cpu = 1, opt { lr = 1 }, lr = 2 }, params { lr = 3 }\n"
                    + "grid { cpu = [1] }, metrics { perf = p }\ncharts = [\n{ " + chart + " } ]");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "type = pie, x = cpu, y = perf      | but is \"pie\"",
                    "type = line, y = perf              | a line chart needs \"x\"",
                    "type = line, x = cpuu, y = perf    | there is no column \"cpuu\". Did you mean \"cpu\"?",
                    "type = line, x = lr, y = perf      | \"lr\" may mean config.lr or params.lr. Write the whole path.",
                    "type = line, x = cpu, y = perf, logx = true | unknown key \"charts.logx\". Did you mean \"log_x\"?",
                    "type = line, x = cpu, y = perf, start = perf | a line chart has no start",
                    "type = slice, parameters = [cpu, dimm], y = perf | there is no column \"dimm\"",
                    "type = heatmap, x = cpu, y = opt.lr, value = perf, log_x = 3 | must be true or false",
                    "type = line, x = cpu, y = perf, log_value = true | a line chart has no scale for value that could be logarithmic. It has: x, y",
                    "type = importance, parameters = [cpu], y = perf, log_x = true | an importance chart has no scale for x",
                    "type = line, x = cpu, y = perf, log_x = 3 | must be true or false, but is 3"
                })
        void thatNameNothingAreReported(String chart, String problem) {
            assertThat(problems(chart)).startsWith("s.conf:5: ").contains(problem);
        }

        @Test
        void mayNameAnyColumnByItsPath() {
            assertThat(problems("type = line, x = config.lr, y = perf, series = opt.lr"))
                    .isEmpty();
            assertThat(problems("type = line, x = config.cpu, y = metrics.perf, series = params.lr"))
                    .isEmpty();
            assertThat(problems("type = parallel, parameters = [cpu, config.lr], value = duration, log_value = true"))
                    .isEmpty();
        }

        @Test
        void ofAFileThatWasAcceptedBeforeMayHaveAScaleTooMany() {
            Path file = folder.write("s.conf", """
                    flow = flows/MatMul.java
                    config { cpu = 1 }, grid { cpu = [1] }, metrics { perf = p }
                    charts = [ { type = line, x = cpu, y = perf, log_x = true, log_value = true } ]
                    """);

            assertThat(SweepFile.kept(file, folder.path(), List.of()).views().charts())
                    .singleElement()
                    .satisfies(chart -> assertThat(chart.spec().log()).containsExactly(Channel.X));
        }

        @Test
        void areAList() {
            assertThat(folder.problems("charts { type = line }")).startsWith("s.conf:2: \"charts\" must be a list");
            assertThat(folder.problems("charts = [1]")).startsWith("s.conf:2: a chart must be an object");
        }
    }

    @Test
    void aSweepFileMayIncludeAnother() {
        folder.write("common.conf", "metrics { perf = p }\ngrid { z = [1], a = [2] }");
        SweepSpec spec = folder.load("config { a = 0, b = 0, z = 0 }\ngrid { b = [1] }\ninclude \"common.conf\"");
        assertThat(spec.axes()).extracting(Axis::name).containsExactly("b", "z", "a");
        assertThat(spec.axes().get(1).where()).isEqualTo(dir.resolve("common.conf") + ":2");
        assertThat(List.copyOf(spec.views().metrics())).hasSize(1);
    }
}
