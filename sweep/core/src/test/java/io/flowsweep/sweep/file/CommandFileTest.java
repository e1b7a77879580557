package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.CommandPlan.GracePlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code flow { command = […] }}. */
class CommandFileTest {

    @TempDir
    Path dir;

    private SweepFolder folder;

    @BeforeEach
    void folder() {
        folder = SweepFolder.in(dir);
        folder.write("code/train.py", "");
    }

    private SweepSpec load(String text) {
        return SweepFile.load(folder.write("s.conf", text), List.of());
    }

    private CommandPlan command(String text, int index) {
        SweepSpec spec = load(text);
        Variants variants = new Variants(spec);
        Variant variant = variants.get(index);
        return spec.commands().stream()
                .findFirst()
                .orElseThrow()
                .runner()
                .store(dir.resolve("store"))
                .names(variants.names(variant))
                .config("config", variant.config())
                .plan()
                .command()
                .orElseThrow();
    }

    private String problems(String text) {
        try {
            load(text);
            return "";
        } catch (InvalidInputException e) {
            return e.problems().stream()
                    .map(problem -> problem.toString().replace(dir + "/", ""))
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void hasTheValuesOfEachVariantQuotedOrNot() {
        String text = """
                let { mode = fast }
                flow {
                  command = [sh, train.py, "${args}", ${config.lr}, "n=${variant.name}", "${let.mode}"]
                  directory = code
                  inputs = ["*.py"]
                  env { RATE = ${config.lr}, INDEX = "${variant.index}" }
                }
                config { lr = 0.1, model { depth = 2 } }
                grid { lr = [0.1, 0.2] }
                """;
        CommandPlan second = command(text, 1);
        assertThat(second.argv())
                .containsExactly("sh", "train.py", "--lr=0.2", "--model.depth=2", "0.2", "n=lr=0.2", "fast");
        assertThat(second.environment()).isEqualTo(Map.of("RATE", "0.2", "INDEX", "1"));
        assertThat(second.work().policy()).isEqualTo(WorkPolicy.LINK);
        assertThat(second.work().inputs()).isPresent();
    }

    @Test
    void hasEverySetting() {
        CommandPlan plan = command("""
                flow {
                  name = fit
                  command = "echo ${args} > out.txt"
                  shell = true
                  args_style = hydra
                  inputs = []
                  work = copy
                  config_format = yaml
                  artifacts = ["*.txt"]
                  stderr = together
                  stop { interrupt = 1s, terminate = 500ms }
                }
                config { name = "a b" }
                """, 0);
        assertThat(plan.argv()).containsExactly("sh", "-c", "echo 'name='\\''a b'\\''' > out.txt");
        assertThat(plan.work().policy()).isEqualTo(WorkPolicy.COPY);
        assertThat(plan.graces()).isEqualTo(new GracePlan(Duration.ofSeconds(1), Duration.ofMillis(500)));
        assertThat(plan.settings()).isEqualTo(Map.of("yaml", true, "artifacts", List.of("*.txt"), "together", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flow { comand = [a], work = copy }|s.conf:1: unknown key \"flow.comand\". Did you mean \"command\"?",
                "flow { main = a.java, work = copy }|s.conf:1: unknown key \"flow.work\"",
                "flow { sources = a.java }|s.conf:1: \"flow\" has no \"main\" and no \"command\"",
                "flow = [a, b.py]|s.conf:1: \"flow\" is a list. A command is written flow { command = [a, \"b.py\"] }",
                "flow = \"a b.py\"|does not exist. A command is written flow { command = \"a b.py\", shell = true }",
                "flow { command = [a, \"${config.lr\"] }|\"flow.command\" must be of texts in which each ${ has its }",
                "flow { command = [a, \"x${args}\"] }|such that \"${args}\" is an argument of its own, but is x${args}",
                "flow { command = [a], inputs = \"[a\" }|s.conf:1: \"[a\" is no glob",
                "flow { command = [a], artifacts = [\"{a\"] }|s.conf:1: \"{a\" is no glob",
                "flow { command = [a], input = [] }|s.conf:1: unknown key \"flow.input\". Did you mean \"inputs\"?",
                "flow { command = \"a b\" }|\"flow.command\" must be a list",
                "flow { command = [] }|\"flow.command\" must be a list of texts",
                "flow { command = [a, {}] }|\"flow.command\" must be a list of texts",
                "flow { command = [a], shell = true }|\"flow.command\" must be one text with shell = true",
                "flow { command = [a], args_style = hidra }|must be equals or space or hydra or json, but is \"hidra\". Did you mean \"hydra\"?",
                "flow { command = [a], work = move }|\"flow.work\" must be copy or link or share",
                "flow { command = [a], config_format = xml }|\"flow.config_format\" must be json or yaml",
                "flow { command = [a], stderr = stdout }|\"flow.stderr\" must be apart or together",
                "flow { command = [a], stop { interrupt = 5 } }|\"flow.stop.interrupt\" must be a duration",
                "flow { command = [a], inputs = { a = 1 } }|\"flow.inputs\" must be a list of globs",
                "flow { command = [a], env { A = [1] } }|\"flow.env\" must be names with texts",
                "flow { command = [a, \"${config.lrr}\"] }|s.conf:1: ${config.lrr} is not defined. Did you mean \"config.lr\"?",
                "flow { command = [a, ${config.lrr}] }|config.lrr",
                "flow { command = [a, \"${arg}\"] }|${arg} is not defined. Did you mean \"args\"?"
            })
    void thatIsWrongIsRefused(String text, String problem) {
        assertThat(problems(text + "\nconfig { lr = 1 }")).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m { csv = log }|\"metrics.m.csv\" must be FILE:COLUMN",
                "m { pattern = \"loss (.*)\" }|must be a regular expression with the group (?<value>…)",
                "m { pattern = \"(?<value>\" }|\"metrics.m.pattern\" must be a regular expression (",
                "m { stdout = a, csv = \"b:c\" }|needs one of artifact, reported, stdout, pattern, csv"
            })
    void metricsThatCannotBeReadAreRefused(String metric, String problem) {
        assertThat(problems("flow { command = [a] }\nmetrics { " + metric + " }"))
                .contains(problem);
    }

    @Test
    void thatComposesItsConfigItselfIsNotGivenTheFileOfIt() {
        folder.write("conf.yaml", "defaults:\n  - model: small\nlr: 0.1\n");
        assertThat(
                        problems(
                                "flow { command = [a], args_style = hydra }\nconfig = conf.yaml\ngrid { model = [small, big] }"))
                .contains("s.conf:2: conf.yaml has a list of defaults, which Hydra puts together")
                .contains("config { lr = 0.1, model = resnet }");
    }

    @Test
    void mayBeOneOfSeveralFlows() {
        folder.write("Total.java", "");
        SweepSpec spec = load("""
                let { rate = 2 }
                config { lr = 0.1 }
                grid {
                  flow = [
                    Total.java
                    { command = [sh, train.py, "${args}", "${let.rate}"], directory = code, inputs = ["*.py"] }
                    { name = line, command = "echo ${config.lr}", shell = true, inputs = [] }
                  ]
                }
                """);
        assertThat(spec.axes().get(0).domain().get(1)).isEqualTo("train");
        Variants variants = new Variants(spec);
        assertThat(List.of(0, 1, 2))
                .extracting(
                        index -> spec.flow(variants.get(index)).getFileName().toString())
                .containsExactly("Total.java", "train.command", "line.command");
        assertThat(spec.flowInCode(dir.resolve("line.command"))).isPresent();
    }

    @Test
    void hasADirectoryThatIsAPath() {
        assertThat(problems("flow { command = [sh, train.py], directory = \"a\\u0000b\" }"))
                .contains("is no path: Nul character not allowed");
    }

    @Test
    void amongSeveralIsCheckedAsAnyOther() {
        folder.write("Total.java", "");
        String base = "config { lr = 0.1 }\n";
        assertThat(problems(base + "grid { flow = [Total.java, { command = [sh, \"${config.rl}\"] }] }"))
                .contains("s.conf:2", "${config.rl} is not defined", "lr");
        assertThat(problems(base + "grid { flow = [Total.java, { command = [sh, x], nme = 3 }] }"))
                .contains("unknown key \"flow.nme\"", "name");
        assertThat(problems(base + "grid { flow = [{ command = [sh, train.sh] }, { command = [sh, train.sh, b] }] }"))
                .isEqualTo("s.conf:2: two commands of the axis \"flow\" are called train, the other at s.conf:2."
                        + " Give each a name of its own: { name = …, command = … }.");
        assertThat(problems(base + "grid { flow = [{ command = [sh, ${args}] }] }"))
                .isEqualTo("s.conf:2: ${args} is not defined. Write it within quotes: \"${args}\".");
        assertThat(problems(base + "grid { flow = [Total.java, { main = Total.java }] }"))
                .contains("the axis \"flow\" has an object that is no command");
        assertThat(problems(base + "flow { command = [sh] }\ngrid { flow = [Total.java, { command = [sh, a] }] }"))
                .contains("Move it into the list of the axis");
    }
}
