package io.flowsweep.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shapes that scripts have in the wild. */
class ScriptArgumentsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void python() {
        assumeTrue(TestPython.isThere(), TestPython.MISSING);
    }

    private ScriptArguments read(String text) throws IOException {
        return ScriptArguments.read(Files.writeString(folder.resolve("train.py"), text));
    }

    private ScriptArgument one(String call) throws IOException {
        ScriptArguments read = read("import argparse\np = argparse.ArgumentParser()\n" + call + "\n");
        assertThat(read.arguments()).as(call).hasSize(1);
        return read.arguments().get(0);
    }

    @Test
    void allThatADefaultMayBeWithoutRunningAnything() throws IOException {
        String head = "LR = 1e-3\nclass Mode:\n    FAST = 'fast'\nDIRS = {'a': 1, 'b': 2}\n";
        List<List<Object>> cases = List.of(
                List.of("0.1", 0.1),
                List.of("-1", -1L),
                List.of("2 ** 10", 1024L),
                List.of("4 * 1024", 4096L),
                List.of("1 << 4", 16L),
                List.of("LR", 0.001),
                List.of("LR / 10", 0.0001),
                List.of("Mode.FAST", "fast"),
                List.of("Path('runs') / 'x'", "runs/x"),
                List.of("os.path.join('data', 'x')", "data/x"),
                List.of("f'{LR}-run'", "0.001-run"),
                List.of("'one ' 'text'", "one text"),
                List.of("float('inf')", "inf"),
                List.of("(0.9, 0.999)", List.of(0.9, 0.999)),
                List.of("[1, 2]", List.of(1L, 2L)),
                List.of("True", true),
                List.of("list(DIRS)", List.of("a", "b")));
        for (List<Object> each : cases) {
            ScriptArguments read = read(head + "p.add_argument('--x', default=" + each.get(0) + ")\n");
            assertThat(read.arguments().get(0).value())
                    .as(each.get(0).toString())
                    .contains(each.get(1));
        }
        assertThat(one("p.add_argument('--x', default=None)").value()).isEmpty();
        assertThat(one("p.add_argument('--x')").value()).isEmpty();
        ScriptArgument asking = one("p.add_argument('--x', default='cuda' if torch.cuda.is_available() else 'cpu')");
        assertThat(asking.value()).isEmpty();
        assertThat(asking.untold()).contains("'cuda' if torch.cuda.is_available() else 'cpu'");
        assertThat(one("p.add_argument('--x', default=os.environ['HOME'])").untold())
                .contains("os.environ['HOME']");
    }

    @Test
    void theNameIsTheLongOne() throws IOException {
        assertThat(one("p.add_argument('-b', '--batch-size')").name()).isEqualTo("--batch-size");
        assertThat(one("p.add_argument('--batch-size', '-b')").name()).isEqualTo("--batch-size");
        assertThat(one("p.add_argument('--learning-rate', '--lr', dest='lr')").name())
                .isEqualTo("--lr");
        assertThat(one("p.add_argument('--learning_rate', '--lr')").name()).isEqualTo("--learning_rate");
        assertThat(one("p.add_argument('-b')").name()).isEqualTo("-b");
        assertThat(one("p.add_argument('data')").isPositional()).isTrue();
        assertThat(one("p.add_argument('--model.depth', type=int, default=3)").name())
                .isEqualTo("--model.depth");
    }

    @Test
    void whatKindItIs() throws IOException {
        assertThat(one("p.add_argument('--x', type=float)").type()).isEqualTo("float");
        assertThat(one("p.add_argument('--x', type=pathlib.Path)").type()).isEqualTo("Path");
        assertThat(one("p.add_argument('--x', type=lambda v: v == 'yes')").type())
                .isEqualTo("lambda");
        assertThat(one("p.add_argument('--x', action='store_true')").isSwitch()).isTrue();
        assertThat(one("p.add_argument('--x', action=argparse.BooleanOptionalAction)")
                        .isSwitch())
                .isTrue();
        assertThat(one("p.add_argument('--x', nargs='+', type=int)").isList()).isTrue();
        assertThat(one("p.add_argument('--x', nargs=2)").nargs()).isEqualTo(Optional.of(2L));
        assertThat(one("p.add_argument('--x', nargs='?')").isList()).isFalse();
        assertThat(one("p.add_argument('--x', required=True)").required()).isTrue();
        assertThat(one("p.add_argument('--x', choices=['a', 'b'])").choices()).containsExactly("a", "b");
        assertThat(one("p.add_argument('--x', type=int, choices=range(1, 4))").choices())
                .containsExactly(1L, 2L, 3L);
        assertThat(one("p.add_argument('--x', choices=sorted({'b': 1, 'a': 2}))")
                        .choices())
                .containsExactly("a", "b");
        assertThat(one("p.add_argument('--x', choices=models.__all__)").choices())
                .isEmpty();
        assertThat(one("p.add_argument('--x', help='one\\n   two'\n    ' three')")
                        .help())
                .isEqualTo("one two three");
    }

    @Test
    void whereverTheyAreAdded() throws IOException {
        ScriptArguments read = read("""
                import argparse

                def common(parser):
                    parser.add_argument("--seed", type=int, default=0)
                    return parser

                class Trainer:
                    @staticmethod
                    def arguments(p):
                        group = p.add_argument_group("model")
                        group.add_argument("--depth", type=int, default=2)
                        either = p.add_mutually_exclusive_group()
                        either.add_argument("--gpu", action="store_true")

                def main():
                    parser = argparse.ArgumentParser()
                    add = parser.add_argument
                    add("--lr", default=0.1, type=float)
                    (parser
                        .add_argument("--late"))
                    parser.set_defaults(depth=5)
                    parser.add_argument("--version", action="version", version="1")

                if __name__ == "__main__":
                    main()
                """);

        assertThat(read.arguments())
                .extracting(ScriptArgument::name)
                .containsExactly("--seed", "--depth", "--gpu", "--lr", "--late");
        assertThat(read.arguments().get(1).value()).contains(5L);
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void whatOnlyARunCanTellIsSaid() throws IOException {
        ScriptArguments read = read("""
                for name in ("a", "b"):
                    p.add_argument("--" + name)
                p.add_argument(*names, default=1)
                p.add_argument("--x", **settings)
                """);

        assertThat(read.arguments()).extracting(ScriptArgument::name).containsExactly("--x");
        assertThat(read.notes()).hasSize(3);
        assertThat(read.notes().get(0)).endsWith("train.py:2: an argument whose name is not a constant is left out");
        assertThat(read.notes().get(2)).contains(":4: --x takes some of its settings from elsewhere");
    }

    @Test
    void subcommandsHaveTheirOwn() throws IOException {
        ScriptArguments read = read("""
                sub = p.add_subparsers()
                train = sub.add_parser("train", help="x")
                train.add_argument("--lr", type=float)
                p.add_argument("--quiet", action="store_true")
                """);

        assertThat(read.arguments())
                .extracting(ScriptArgument::command)
                .containsExactly(Optional.of("train"), Optional.empty());
    }

    @Test
    void whatItPrints() throws IOException {
        ScriptArguments read = read("""
                print(f"epoch {epoch}: loss={loss:.4f} val_acc: {acc}")
                print("test/err = {:.2f}".format(e))
                print("f1: %.3f" % f1, "x")
                logger.info("auc=%.4f", auc)
                print("no value: here")
                json.dump({"bleu": 1})
                print("mse:", mse, "epoch", epoch)
                """);

        assertThat(read.printed().keySet()).containsExactly("loss", "val_acc", "test/err", "f1", "auc", "mse");
        assertThat(read.printed().values()).containsOnly("stdout");
        assertThat(read("print(f'flowsweep step={i} loss={x}')\nprint(f'flowsweep acc={x}')")
                        .printed())
                .containsEntry("loss", "reported")
                .containsEntry("acc", "artifact");
    }

    @Test
    void theScriptIsNeverRun() throws IOException {
        Path witness = folder.resolve("witness");
        ScriptArguments read = read("import nosuchpackage\nopen('" + witness
                + "', 'w')\nx.add_argument('--lr', default=open('" + witness + "', 'w'))\n");

        assertThat(read.arguments()).hasSize(1);
        assertThat(witness).doesNotExist();
    }

    @Test
    void whatPythonWarnsOfIsNoMatter() throws IOException {
        assertThat(read("x = '\\d'\np.add_argument('--lr')\n").arguments()).hasSize(1);
    }

    @Test
    void otherLibrariesAreNamed() throws IOException {
        assertThat(read("import click, torch\nfrom hydra.core import x\n").others())
                .isEqualTo(Map.of("click", 1, "Hydra", 2));
        assertThat(read("import sys\nlr = sys.argv[1]\n").others()).isEqualTo(Map.of("sys.argv", 2));
    }

    @Test
    void groupsKnowTheirParserAndWhetherOneOfThemIsToBeChosen() throws IOException {
        ScriptArguments read = read("""
                sub = p.add_subparsers()
                self.train = sub.add_parser("train")
                model = self.train.add_argument_group("model")
                model.add_argument("--depth", type=int)
                either = p.add_mutually_exclusive_group(required=True)
                either.add_argument("--adam", action="store_true")
                """);

        assertThat(read.arguments().get(0).command()).contains("train");
        assertThat(read.arguments().get(1).exclusive()).contains(new ScriptArgument.Exclusive(5, true));
    }

    @Test
    void aScriptThatAddsNoneHasThoseOfTheModulesBesideIt() throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/__init__.py"), "from lib.options import parser\n");
        Files.writeString(
                folder.resolve("lib/options.py"),
                "import argparse\np = argparse.ArgumentParser()\np.add_argument('--lr')\np.add_argument(*x)\n");

        ScriptArguments read = read("import torch, os\nfrom lib import parser\nprint(f'loss={x}')\n");

        assertThat(read.arguments()).extracting(ScriptArgument::file).containsExactly(Optional.of("lib/options.py"));
        assertThat(read.notes()).singleElement().asString().contains("lib/options.py:4: an argument whose name");
        assertThat(read.printed()).containsKey("loss");
    }

    @Test
    void severalParsersAreSaid() throws IOException {
        ScriptArguments read = read("""
                common = argparse.ArgumentParser(add_help=False)
                p = argparse.ArgumentParser(parents=[common])
                """);
        assertThat(read.notes()).isEmpty();
        assertThat(read("p = argparse.ArgumentParser()\nq = argparse.ArgumentParser()\n")
                        .notes())
                .singleElement()
                .asString()
                .contains("train.py:1: the script has several parsers, in lines 1 and 2");
    }

    @Test
    void whatIsNoScriptIsToldWithItsLine() {
        assertThatThrownBy(() -> read("import argparse\nprint 'two'\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageMatching("(?s).*train.py:2: this is not Python 3\\..*");
        assertThatThrownBy(() -> ScriptArguments.read(folder.resolve("none.py")))
                .hasMessage(folder.resolve("none.py") + ": there is no script");
    }
}
