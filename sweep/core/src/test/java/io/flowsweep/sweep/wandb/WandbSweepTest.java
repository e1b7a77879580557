package io.flowsweep.sweep.wandb;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.file.SweepFile;
import io.flowsweep.sweep.spec.SweepSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms that the documentation of W&amp;B shows, on values of our own. */
class WandbSweepTest {

    @TempDir
    Path dir;

    private static Conversion convert(String yaml) {
        return WandbSweep.convert(yaml, "sweep.yaml", "my-sweep", Optional.of("Flow.java"), Path.of("/nowhere"));
    }

    private SweepSpec load(Conversion conversion) throws IOException {
        Files.writeString(dir.resolve("Flow.java"), "class Flow {}");
        return SweepFile.load(Files.writeString(dir.resolve("s.conf"), conversion.sweepFile()));
    }

    private static String refusal(String yaml) {
        try {
            return "accepted: " + convert(yaml).sweepFile();
        } catch (InvalidInputException e) {
            return e.getMessage();
        }
    }

    private static String parameters(String parameters) {
        return "method: random\nrun_cap: 9\nparameters:\n" + parameters.indent(2);
    }

    /** The lines of config and axes for one parameter called x. */
    private static List<String> lines(String method, String parameter) {
        return convert("method: " + method + "\nrun_cap: 9\nparameters:\n  x: " + parameter)
                .sweepFile()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("x "))
                .toList();
    }

    @Test
    void aGridBecomesAGrid() throws IOException {
        Conversion conversion = convert("""
                        program: fit.py
                        name: ridge check
                        description: How strong should the penalty be?
                        method: grid
                        metric:
                          name: held_out_error
                          goal: minimize
                        parameters:
                          penalty:
                            values: [0.5, 1, 2]
                          solver:
                            values: ["svd", "sag"]
                          folds:
                            value: 5
                        """);
        assertThat(conversion.sweepFile()).isEqualTo("""
                        # Converted from a sweep of W&B.
                        # How strong should the penalty be?
                        name = "ridge-check"
                        flow = "Flow.java"
                        config {
                          penalty = 0.5
                          solver = svd
                          folds = 5
                        }
                        grid {
                          penalty = [0.5, 1, 2]
                          solver = [svd, sag]
                        }
                        metrics { held_out_error { artifact = heldOutError, goal = minimize } }
                        objective = held_out_error
                        """);
        assertThat(conversion.notes()).isEmpty();
        assertThat(load(conversion).variation().space().size()).isEqualTo(6);
    }

    @Test
    void aBayesianSearchBecomesASpreadSampleAndSaysSo() throws IOException {
        Conversion conversion = convert("""
                        program: net.py
                        method: bayes
                        run_cap: 32
                        metric: { goal: maximize, name: val/acc, target: 0.99 }
                        early_terminate: { type: hyperband, min_iter: 4 }
                        parameters:
                          rate: { min: 0.001, max: 0.2 }
                          units: { values: [8, 24] }
                          passes: { min: 2, max: 6 }
                          method: { values: [adam, sgd] }
                        """);
        assertThat(conversion.sweepFile()).contains("""
                        sample {
                          method = sobol, n = 32, seed = 1
                          axes {
                            rate { uniform = [0.001, 0.2] }
                            units = [8, 24]
                            passes { randint = [2, 6] }
                            method = [adam, sgd]
                          }
                        }
                        metrics { "val/acc" { artifact = valAcc, goal = maximize } }
                        """);
        assertThat(conversion.notes())
                .anyMatch(note -> note.startsWith("method bayes becomes a Sobol sample"))
                .anyMatch(note -> note.startsWith("metric.target is left out"))
                .contains("early_terminate is left out");
        assertThat(load(conversion).variation().space().size()).isEqualTo(32);
    }

    @Test
    void nestedParametersStayNested() throws IOException {
        Conversion conversion = convert("""
                        method: random
                        run_cap: 5
                        parameters:
                          opt:
                            parameters:
                              rate: { values: [0.1, 0.3] }
                              kind: { value: sgd }
                              warm:
                                parameters:
                                  steps: { min: 1, max: 9 }
                          run: { values: [1, 2] }
                        """);
        SweepSpec spec = load(conversion);
        assertThat(spec.axes())
                .extracting(axis -> axis.path())
                .containsExactly("config.opt.rate", "config.opt.warm.steps", "config.run");
        assertThat(spec.variation().space().size()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    { value: 3 }                                             | x = 3
                    { distribution: constant, value: a }                     | x = a
                    { values: [a, b] }                                       | x = a; x = [a, b]
                    { values: [1, 2], probabilities: [0.2, 0.8] }            | x = 1; x = [1, 2]
                    { distribution: categorical, values: [true, false] }     | x = true; x = [true, false]
                    { values: [1, auto] }                                    | x = null; x = [1, auto]
                    { values: [[1, 2], [3]] }                                | x = [1, 2]; x = [[1, 2], [3]]
                    { min: 1, max: 8 }                                       | x = 1; x { randint = [1, 8] }
                    { min: 1.0, max: 8 }                                     | x = 1; x { uniform = [1, 8] }
                    { min: 0, max: 0.5 }                                     | x = 0; x { uniform = [0, 0.5] }
                    { distribution: int_uniform, min: 2, max: 4 }            | x = 2; x { randint = [2, 4] }
                    { distribution: uniform, min: 2, max: 4 }                | x = 2; x { uniform = [2, 4] }
                    { distribution: q_uniform, min: 0, max: 1, q: 0.25 }     | x = 0; x { from = 0, to = 1, step = 0.25 }
                    { distribution: log_uniform_values, min: 1e-4, max: 0.1 } | x = 0.0001; x { loguniform = [0.0001, 0.1] }
                    { distribution: inv_log_uniform_values, min: 1, max: 9 } | x = 1; x { loguniform = [1, 9] }
                    { distribution: log_uniform, min: 0, max: 0.0 }          | x = 1; x { loguniform = [1, 1] }
                    { distribution: normal, mu: 3, sigma: 0.5 }              | x = 3; x { normal = [3, 0.5] }
                    { distribution: normal }                                 | x = 0; x { normal = [0, 1] }
                    { distribution: log_normal, mu: 0, sigma: 2 }            | x = 1; x { lognormal = [0, 2] }
                    { distribution: q_normal, mu: 0, sigma: 2, q: 1 }        | x = 0; x { normal = [0, 2] }
                    """)
    void everyDistributionHasItsCounterpart(String parameter, String lines) {
        assertThat(lines("random", parameter)).containsExactly(lines.split("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    { distribution: int_uniform, min: 2, max: 4 }            | x = 2; x { from = 2, to = 4 }
                    { min: 1, max: 3 }                                       | x = 1; x { from = 1, to = 3 }
                    { distribution: q_uniform, min: 0.1, max: 1, q: 0.5 }    | x = 0; x { from = 0, to = 1, step = 0.5 }
                    """)
    void inAGridARangeIsSpelledOut(String parameter, String lines) {
        assertThat(lines("grid", parameter)).containsExactly(lines.split("; "));
    }

    @Test
    void logarithmicBoundsAreMadeValues() {
        assertThat(lines("random", "{ distribution: log_uniform, min: -9.21034, max: -2.302585 }")
                        .get(1))
                .matches("x \\{ loguniform = \\[0\\.0001000\\d+, 0\\.1000\\d+] }");
        assertThat(lines("random", "{ distribution: inv_log_uniform, min: 0, max: 2.302585 }")
                        .get(1))
                .matches("x \\{ loguniform = \\[0\\.1000\\d+, 1] }");
    }

    @Test
    void whatIsLostIsNoted() {
        Conversion conversion = convert("""
                        method: random
                        project: p
                        parameters:
                          a: { values: [1, 2], probabilities: [0.5, 0.5] }
                          b: { distribution: q_normal, mu: 0, sigma: 1, q: 0.5 }
                        """);
        assertThat(conversion.notes())
                .anyMatch(note -> note.contains("probabilities are left out"))
                .anyMatch(note -> note.contains("multiples of q"))
                .anyMatch(note -> note.contains("without run_cap"))
                .contains("project is left out");
        assertThat(conversion.sweepFile()).contains("n = 20");
    }

    @Test
    void aCapOnAGridIsALimit() {
        assertThat(convert("method: grid\nrun_cap: 3\nparameters: { a: { values: [1, 2, 3, 4] } }")
                        .sweepFile())
                .contains("limit = 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    method: gird        | sweep.yaml:1: there is no method "gird". Did you mean "grid"?
                    name: x             | the sweep has no method
                    method: grid        | the sweep needs "parameters"
                    method: [           | sweep.yaml:
                    - a                 | list
                    """)
    void anImproperSweepIsRefused(String yaml, String problem) {
        assertThat(refusal(yaml)).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    x: 5                                     | sweep.yaml:4: "x" must say value, values, or min and max. Write value: 5.
                    x: {}                                    | sweep.yaml:4: "x" must say value
                    x: { values: [] }                        | "x" needs values
                    x: { min: 1 }                            | "x" needs a number for max
                    x: { min: a, max: 2.5 }                  | "x" needs a number for min, not a
                    x: { distribution: unifrom, min: 1 }     | Did you mean "uniform"?
                    x: { distribution: q_uniform, min: 0, max: 1, q: 0 } | a q above 0
                    config: { value: 1 }                     | no parameter can be called "config"
                    """)
    void anImproperParameterIsRefusedWithItsLine(String parameter, String problem) {
        assertThat(refusal(parameters(parameter))).contains(problem);
    }

    @Test
    void aGridNeedsValues() {
        assertThat(refusal("method: grid\nparameters:\n  x: { min: 0.1, max: 1.0 }"))
                .contains("sweep.yaml:3: \"x\" has no list of values, and the method is grid");
    }

    @Nested
    class OfACommand {

        private Conversion convert(String yaml) {
            return WandbSweep.convert(yaml + "\n", "sweep.yaml", "my-sweep", Optional.empty(), dir);
        }

        private String refusal(String yaml) {
            try {
                return "accepted: " + convert(yaml).sweepFile();
            } catch (InvalidInputException e) {
                return e.getMessage();
            }
        }

        /** The command line of a variant that is given {@code lr = 0.1, big = true}. */
        private String flow(String command) {
            String text = convert("""
                            program: train.py
                            method: grid
                            parameters: { lr: { values: [0.1, 1] }, big: { value: true } }
                            command: %s
                            """.formatted(command)).sweepFile();
            return text.substring(text.indexOf("flow {"), text.indexOf("\n  # env"))
                    .replaceAll("\n *", " ");
        }

        @Test
        void runsTheProgramWithTheValues() throws IOException {
            Files.writeString(dir.resolve("train.py"), "import argparse");
            Conversion conversion = convert("""
                            program: train.py
                            method: grid
                            metric: { name: val/loss }
                            parameters: { a: { values: [1, 2] }, big: { values: [true, false] } }
                            """);
            assertThat(conversion.sweepFile()).isEqualTo("""
                            # Converted from a sweep of W&B.
                            name = "my-sweep"
                            flow {
                              command = [python3, "train.py", "${args}"]
                              # env { WANDB_MODE = offline }
                            }
                            config {
                              a = 1
                              big = "True"
                            }
                            grid {
                              a = [1, 2]
                              big = ["True", "False"]
                            }
                            metrics { "val/loss" { stdout = "val/loss", goal = minimize } }
                            objective = "val/loss"
                            """);
            assertThat(conversion.notes())
                    .containsExactly(
                            "true and false are the texts True and False, as an agent of W&B gives them",
                            "the metric is read from what the program prints, such as \"val/loss: 0.5\"; what it logs to W&B is"
                                    + " not seen");
            Sweep.load(Files.writeString(dir.resolve("s.conf"), conversion.sweepFile()))
                    .check(SweepOptions.defaults().store(dir.resolve("store")).results(dir.resolve("results")));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        ["${env}", python, "${program}", "${args}"]            | flow { command = [python, "train.py", "${args}"]
                        ["${env}", "A=1", "${interpreter}", "${program}"]      | flow { command = [env, "A=1", python3, "train.py"]
                        ["${program}", "${args_no_hyphens}"]                   | flow { command = ["train.py", "${args}"] args_style = hydra
                        ["${program}", "${args_no_boolean_flags}"]             | flow { command = ["train.py", "${args}"] args_style = space
                        ["${program}", "${args_json}"]                         | flow { command = ["train.py", "${args}"] args_style = json
                        ["${program}", "--c", "${args_json_file}"]             | flow { command = "train.py --c \\"$FLOWSWEEP_CONFIG\\"" shell = true
                        ["${program}", "--to=${envvar:HOME}/a b", "${args}"]   | flow { command = "train.py --to=\\"$HOME\\"'/a b' ${args}" shell = true
                        [torchrun, --nproc_per_node=2, "${program}", "${args}"] | flow { command = [torchrun, "--nproc_per_node=2", "train.py", "${args}"]
                        """)
        void itsMacrosHaveTheirCounterparts(String command, String flow) {
            assertThat(flow(command)).isEqualTo(flow);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        ["${program}", "${arg}"]                | sweep.yaml:4: there is no macro ${arg}. Did you mean "${args}"
                        ["${program}", "${args}", "${args_json}"] | the command takes its values in 2 ways. Keep one
                        """)
        void whatIsNoCommandIsRefused(String command, String problem) {
            assertThat(refusal(
                            "program: train.py\nmethod: grid\nparameters: { a: { values: [1] } }\ncommand: " + command))
                    .contains(problem);
        }

        @Test
        void booleansStayWhereTheProgramGetsNoPythonWords() {
            assertThat(convert("""
                                    program: train.py
                                    method: grid
                                    command: ["${program}", "${args_json}"]
                                    parameters: { big: { values: [true, false] } }
                                    """).sweepFile()).contains("big = [true, false]");
        }

        @Test
        void theProgramIsFoundAboveTheFolderOfTheSweep() throws IOException {
            Files.writeString(Files.createDirectories(dir.resolve("src")).resolve("train.py"), "import argparse");
            Path sweeps = Files.createDirectories(dir.resolve("conf/sweeps"));
            String yaml = "program: %s\nmethod: grid\nparameters: { a: { values: [1] } }\n";

            Conversion found =
                    WandbSweep.convert(yaml.formatted("src/train.py"), "s.yaml", "s", Optional.empty(), sweeps);
            Conversion missing =
                    WandbSweep.convert(yaml.formatted("other.py"), "s.yaml", "s", Optional.empty(), sweeps);

            assertThat(found.sweepFile()).contains("directory = \"../..\"");
            assertThat(found.notes()).isEmpty();
            assertThat(missing.notes())
                    .containsExactly("there is no other.py here; set flow.directory to the folder that it is in");
        }

        @Test
        void aProgramThatLooksAtNoArgumentsIsNoted() throws IOException {
            Files.writeString(dir.resolve("train.py"), "import wandb\nwandb.init()\nlr = wandb.config.lr\n");

            assertThat(convert("program: train.py\nmethod: grid\nparameters: { a: { values: [1] } }")
                            .notes())
                    .singleElement()
                    .asString()
                    .startsWith("train.py seems to read wandb.config alone");
        }

        @Test
        void needsAProgramWhenItNamesOne() {
            String yaml = "method: grid\nparameters: { a: { values: [1] } }";
            assertThat(WandbSweepTest.refusal(yaml)).startsWith("accepted");
            assertThat(refusal(yaml)).contains("the sweep has no program");
        }
    }
}
