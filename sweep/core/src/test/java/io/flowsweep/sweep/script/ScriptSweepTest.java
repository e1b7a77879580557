package io.flowsweep.sweep.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptSweepTest {

    @TempDir
    Path folder;

    @BeforeEach
    void python() {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "python3")));
        assumeTrue(there, "there is no Python: apt-get install python3");
    }

    private ScriptSweep sweep(String text) throws IOException {
        return ScriptSweep.of(Files.writeString(folder.resolve("train.py"), text), folder);
    }

    private String arguments(String... calls) throws IOException {
        return sweep("import argparse\np = argparse.ArgumentParser()\n" + String.join("\n", calls))
                .text();
    }

    @Test
    void aScriptOfAUsualShapeBecomesAFileToChooseFrom() throws IOException {
        ScriptSweep sweep = sweep("""
                import argparse
                p = argparse.ArgumentParser()
                p.add_argument("--lr", "--learning-rate", type=float, default=1e-3, help="learning rate (default: %(default)s)")
                p.add_argument("-b", "--batch-size", type=int, default=64)
                p.add_argument("--arch", choices=["resnet", "vit"], default="vit", help="the model")
                p.add_argument("--amp", action="store_true", help="mixed precision")
                p.add_argument("--weights", help="a checkpoint to begin with")
                p.add_argument("--seed", type=int)
                p.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
                print(f"epoch {epoch} loss={loss} val_acc={acc}")
                """);

        assertThat(sweep.name()).isEqualTo("train");
        assertThat(sweep.notes()).isEmpty();
        assertThat(sweep.text()).isEqualTo("""
                # What train.py takes on its command line, and what it may be worth to vary.
                name = train

                # "${args}" stands for the values of the config, --key value each; true stands for --key, false for nothing.
                flow {
                  command = [python3, "train.py", "${args}"]
                  args_style = space
                }

                # What a variant starts from. What is left out has the script's own default.
                config {
                  lr = 0.001       # learning rate (default: 0.001)
                  batch-size = 64
                  arch = vit       # the model; one of resnet, vit
                  amp = false      # mixed precision
                  # weights = …    # a checkpoint to begin with
                  seed = 0
                  # device = …     # default: "cuda" if torch.cuda.is_available() else "cpu"
                }

                # Take the # away from what is to vary, and from grid and its end; all combinations are run.
                # grid {
                #   lr = [0.0001, 0.001, 0.01]
                #   batch-size = [32, 64, 128]
                #   arch = [resnet, vit]
                #   amp = [false, true]
                # }

                # Each variant several times, each time with another seed.
                # repeats { n = 3, seed_path = seed }

                # What is read from the lines that the script prints: NAME=1.5 or NAME: 1.5. docs/commands.md has other ways.
                metrics {
                  loss { stdout = loss, goal = minimize }
                  val_acc { stdout = val_acc, goal = maximize }
                }
                objective = val_acc
                """);
    }

    @Test
    void valuesAreWrittenAsTheScriptReadsThem() throws IOException {
        assertThat(arguments("p.add_argument('--x', type=float, default='0.5')"))
                .contains("  x = 0.5\n");
        assertThat(arguments("p.add_argument('--x', type=str2bool, default=True)"))
                .contains("  x = \"True\"\n");
        assertThat(arguments("p.add_argument('--x', nargs='+', type=int, default=[1, 2])"))
                .contains("  x = [1, 2]\n");
        assertThat(arguments("p.add_argument('--x', nargs=2, default=0.9)")).contains("  x = [0.9]\n");
        assertThat(arguments("p.add_argument('--x', default='true')")).contains("  x = \"true\"\n");
        assertThat(arguments("p.add_argument('--x', default='a b \"c\"')")).contains("  x = \"a b \\\"c\\\"\"\n");
        assertThat(arguments("p.add_argument('--opt.lr', type=float, default=0.1)"))
                .contains("  opt.lr = 0.1\n");
        assertThat(arguments("p.add_argument('--x', action='store_false', dest='y')"))
                .contains("  x = false\n");
        assertThat(arguments("p.add_argument('--x', action=argparse.BooleanOptionalAction, default=True)"))
                .contains("  no-x = false\n");
        assertThat(arguments("p.add_argument('--x', action=argparse.BooleanOptionalAction)"))
                .contains("  x = false\n");
        assertThat(arguments("p.add_argument('--x', required=True)")).contains("  x = \"???\"\n");
        assertThat(arguments("p.add_argument('--x', required=True, choices=['b', 'a'])"))
                .contains("  x = b");
        assertThat(arguments("p.add_argument('--x', default='-1')")).contains("  x = \"-1\"\n");
        assertThat(arguments("p.add_argument('--x', nargs='+', default=['-1'])"))
                .contains("  # x = …\n");
        assertThat(arguments("p.add_argument('--x', type=lambda v: v == 'on', default=False)"))
                .contains("  # x = …\n");
        assertThat(arguments("p.add_argument('--x', type=int, default=0.5)")).contains("  # x = …\n");
        assertThat(arguments("p.add_argument('--x', default='', help='100%% of\\n it')"))
                .contains("  x = \"\"  # 100% of it\n");
    }

    @Test
    void whatNoConfigCanGiveIsSaid() throws IOException {
        ScriptSweep sweep = sweep("""
                p.add_argument("--flag", type=bool, default=False)
                p.add_argument("-v", action="count")
                p.add_argument("--add", action="append")
                p.add_argument("--lr", type=float, default=0.1)
                """);

        assertThat(sweep.text()).contains("  # flag = …\n").doesNotContain("add = ");
        assertThat(sweep.notes()).hasSize(4);
        assertThat(sweep.notes().get(0)).contains("train.py:1: --flag takes every text for true");
        assertThat(sweep.notes().get(1)).contains("train.py:2: -v is left out: it has no long name");
        assertThat(sweep.notes().get(2))
                .contains("train.py:3: --add is left out: a config cannot give it several times");
        assertThat(sweep.notes().get(3))
                .isEqualTo("say in metrics what a run brings; nothing was found that the script prints");
    }

    @Test
    void placesAndSubcommandsStandInTheCommand() throws IOException {
        ScriptSweep sweep = sweep("""
                sub = p.add_subparsers()
                p.add_argument("data")
                p.add_argument("rest", nargs="*")
                fit = sub.add_parser("fit")
                fit.add_argument("--lr", type=float, default=0.1)
                show = sub.add_parser("show")
                """);

        assertThat(sweep.text())
                .contains("let {\n  data = \"???\"\n}")
                .contains("command = [python3, \"train.py\", fit, \"${let.data}\", \"${args}\"]");
        assertThat(sweep.notes()).contains("set let.data, which the script requires");
    }

    @Test
    void whatCannotStandTogetherDoesNot() throws IOException {
        ScriptSweep sweep = sweep("""
                either = p.add_mutually_exclusive_group(required=True)
                either.add_argument("--adam", action="store_true", help="how")
                either.add_argument("--sgd", action="store_true")
                free = p.add_mutually_exclusive_group()
                free.add_argument("--steps", type=int, default=10)
                free.add_argument("--hours", type=float, default=1)
                p.add_argument("--model", default="x")
                p.add_argument("--model.depth", type=int, default=3)
                p.add_argument("--model")
                """);

        assertThat(sweep.text()).contains("""
                config {
                  adam = true  # how; only one of its group
                  sgd = false  # only one of its group
                  # steps = …  # only one of its group
                  # hours = …  # only one of its group
                  model = x
                }
                """).doesNotContain("grid");
        assertThat(sweep.notes().get(0))
                .endsWith("train.py:8: --model.depth is left out: a config cannot have a value and values below it");
    }

    @Test
    void whatTheScriptRequiresIsToBeSet() throws IOException {
        ScriptSweep sweep = sweep("p.add_argument('--out', required=True)\nprint('loss=%f' % x)\n");

        assertThat(sweep.notes()).containsExactly("set config.out, which the script requires");
    }

    @Test
    void optionsBeforeASubcommandAreLeftToTheCommand() throws IOException {
        ScriptSweep sweep = sweep("""
                p.add_argument("--seed", type=int, default=0)
                fit = p.add_subparsers().add_parser("fit")
                fit.add_argument("--lr", type=float, default=0.1)
                """);

        assertThat(sweep.text()).doesNotContain("seed");
        assertThat(sweep.notes().get(0))
                .endsWith(
                        "train.py:1: --seed is left out: it stands before the subcommand fit; write it into the command");
    }

    @Test
    void ofSeveralSubcommandsOneIsRunAndTheOthersAreNamed() throws IOException {
        ScriptSweep sweep = sweep("""
                s = p.add_subparsers()
                fit = s.add_parser("fit")
                fit.add_argument("--lr", type=float, default=0.1)
                fit.add_argument("--depth", type=int, default=2)
                check = s.add_parser("check")
                check.add_argument("--split", default="val")
                """);

        assertThat(sweep.text()).contains("fit, \"${args}\"").doesNotContain("split");
        assertThat(sweep.notes())
                .contains("the sweep runs the subcommand fit; for check change the command and the config");
    }

    @Test
    void aPlaceThatMayStayEmptyIsSaidToBeLeftOut() throws IOException {
        ScriptSweep sweep =
                sweep("p.add_argument('data', nargs='?')\np.add_argument('--lr', type=float, default=0.1)\n");

        assertThat(sweep.notes().get(0)).contains("data is left out, as the script does not require it");
    }

    @Test
    void itemsOfConstantsAreKnown() throws IOException {
        assertThat(arguments("NAMES = ['adam', 'sgd']\np.add_argument('--opt', choices=NAMES, default=NAMES[0])"))
                .contains("opt = adam")
                .contains("opt = [adam, sgd]");
    }

    @Test
    void metricsMayBePrintedAsJson() throws IOException {
        assertThat(sweep(
                                "p.add_argument('--lr', type=float, default=0.1)\nprint(json.dumps({'val_loss': x, 'lr': 1}))\n")
                        .text())
                .contains("val_loss { stdout = val_loss, goal = minimize }");
    }

    @Test
    void axesAreOfWhatChangesResults() throws IOException {
        assertThat(arguments("p.add_argument('--num-workers', type=int, default=4)"))
                .doesNotContain("grid");
        assertThat(arguments("p.add_argument('--log-interval', type=int, default=10)"))
                .doesNotContain("grid");
        assertThat(arguments("p.add_argument('--dropout', type=float, default=0.6)"))
                .contains("dropout = [0.3, 0.6]");
        assertThat(arguments("p.add_argument('--layers', type=int, default=1)")).contains("layers = [1, 2]");
        assertThat(arguments("p.add_argument('--weight-decay', type=float, default=0)"))
                .doesNotContain("grid");
        assertThat(arguments("p.add_argument('--eps', type=float, default=1e-8)"))
                .contains("eps = [0.000000001, 0.00000001, 0.0000001]");
    }

    @Test
    void aScriptElsewhereIsFoundWithTheFilesThatItNames() throws IOException {
        Files.createDirectories(folder.resolve("code/sub"));
        Files.createDirectories(folder.resolve("sweeps"));
        Files.writeString(folder.resolve("code/digits.csv"), "1");
        Path script = Files.writeString(
                folder.resolve("code/sub/fit me.py"), "p.add_argument('--data', default='../digits.csv')\n");

        ScriptSweep sweep = ScriptSweep.of(script, folder.resolve("sweeps"));

        assertThat(sweep.name()).isEqualTo("fit-me");
        assertThat(sweep.text())
                .contains("  command = [python3, \"fit me.py\", \"${args}\"]\n")
                .contains("  directory = \"../code/sub\"\n")
                .contains("  inputs = [\"**.py\", \"../digits.csv\"]\n");
    }

    @Test
    void aScriptWithoutArgparseIsRefusedWithWhatItUses() {
        assertThatThrownBy(() -> sweep("x = 2\nimport click\n"))
                .hasMessageContaining(
                        "train.py:2: the script takes no arguments by argparse; it uses click. Write the sweep file by hand: flow {"
                                + " command = [python3, \"train.py\", \"${args}\"], args_style = space } and config { lr = 0.1 }");
        assertThatThrownBy(() -> sweep("import hydra\n")).hasMessageContaining("args_style = hydra }");
        assertThatThrownBy(() -> sweep("import sys\nprint(sys.argv[1])\n"))
                .hasMessageContaining("train.py:2: ")
                .hasMessageContaining("\"${config.lr}\"] }");
        assertThatThrownBy(() -> sweep("x = 1\n")).hasMessageContaining("the script takes no arguments by argparse.");
    }
}
