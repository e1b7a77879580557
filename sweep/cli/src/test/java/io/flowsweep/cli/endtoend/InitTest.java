package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.python.TestPython;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class InitTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void aSweepOfWandbRunsItsCommandForEveryVariant() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve(".flowsweep"));
        Files.writeString(folder.resolve("fit.sh"), """
                echo "called with $*"
                echo "epoch 1: val/loss = 9"
                echo "{\\"val/loss\\": 0.5}"
                """);
        Files.writeString(folder.resolve("ridge-sweep.yaml"), """
                program: fit.sh
                method: grid
                metric: { name: val/loss, goal: minimize }
                command: [sh, "${program}", --quick, "${args}"]
                parameters:
                  penalty: { values: [1, 2] }
                  solver: { value: svd }
                """);

        Result init = CommandLineProcess.run(folder, "init", "--from-wandb", "ridge-sweep.yaml");
        assertThat(init.err()).isEmpty();
        assertThat(init.lines())
                .containsExactly(
                        "Wrote ridge-sweep.conf",
                        "note: the metric is read from what the program prints, such as \"val/loss: 0.5\"; what it logs to W&B is not"
                                + " seen",
                        "ridge-sweep: 2 variants over penalty (2). Look at them with: flowsweep plan ridge-sweep.conf");

        Result run = CommandLineProcess.run(folder, "run", "ridge-sweep.conf");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(Files.readString(folder.resolve("results/ridge-sweep/latest/results.csv")))
                .contains("val/loss")
                .contains("0.5");

        Result smoke = CommandLineProcess.run(folder, "run", "ridge-sweep.conf", "penalty=3..7", "--smoke");
        assertThat(smoke.exitCode()).as(smoke.out() + smoke.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("results/ridge-sweep/latest/results.csv")))
                .hasSize(3)
                .anyMatch(row -> row.startsWith("0,3,"))
                .anyMatch(row -> row.startsWith("4,7,"));

        Result again = CommandLineProcess.run(folder, "init", "--from-wandb", "ridge-sweep.yaml");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("ridge-sweep.conf is there already").contains("--force");
    }

    @Test
    void whatIsWrongIsToldWithItsLine() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("s.yaml"), "method: grid\nparameters:\n  a: { min: 0.5, max: 1 }\n");
        Result result = CommandLineProcess.run(folder, "init", "--from-wandb", "s.yaml", "--flow", "Flow.java");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("s.yaml:3: \"a\" has no list of values");
        assertThat(CommandLineProcess.run(folder, "init", "--from-wandb", "none.yaml")
                        .err())
                .contains("none.yaml");
    }

    @Test
    void aFlowAndItsSweepFileRunAsTheyStand() throws IOException, InterruptedException {
        Result init = CommandLineProcess.run(folder, "init", "java", "new/darts");
        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(init.lines())
                .containsExactly(
                        "Wrote new/darts/Darts.java",
                        "Wrote new/darts/darts.conf",
                        "Run them with: flowsweep run new/darts/darts.conf");

        Result run = CommandLineProcess.run(folder, "run", "new/darts/darts.conf", "darts=100,10000");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("10 of 10 runs succeeded")
                .contains("Best error:")
                .contains("(darts=10000)");
        assertThat(run.err()).isEmpty();

        Result again = CommandLineProcess.run(folder, "init", "new/darts");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err())
                .contains("new/darts/Darts.java is there already")
                .contains("--force");
        assertThat(CommandLineProcess.run(folder, "init", "new/darts", "--force")
                        .exitCode())
                .isZero();
    }

    @Test
    void aScriptInPythonAndItsSweepFileRunAsTheyStand() throws IOException {
        assumeTrue(TestPython.isThere(), TestPython.MISSING);
        Result init = CommandLineProcess.run(folder, "init", "python", "a new one");
        assertThat(init.lines())
                .containsExactly(
                        "Wrote a new one/darts.conf",
                        "Wrote a new one/darts.py",
                        "Run them with: flowsweep run 'a new one/darts.conf'");

        Result run = CommandLineProcess.run(folder, "run", "a new one/darts.conf", "darts=100,10000");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("10 of 10 runs succeeded").contains("(darts=10000)");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theSweepFileOfAScriptRunsAndItsAxesAreThereToTake() throws IOException {
        assumeTrue(TestPython.isThere(), TestPython.MISSING);
        Files.createDirectories(folder.resolve("code"));
        Files.createDirectories(folder.resolve("data"));
        Files.copy(ROOT.resolve("examples/python/train.py"), folder.resolve("code/train.py"));
        Files.copy(ROOT.resolve("examples/data/digits.csv"), folder.resolve("data/digits.csv"));

        Result init = CommandLineProcess.run(folder, "init", "python", "sweeps", "--script", "code/train.py");
        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(init.lines())
                .containsExactly(
                        "Wrote sweeps/train.conf",
                        "train: 1 variant; nothing varies. Choose its axes in the file, then: flowsweep run sweeps/train.conf");
        Path file = folder.resolve("sweeps/train.conf");
        assertThat(file)
                .content()
                .contains("data = \"../data/digits.csv\"")
                .contains("inputs = [\"**.py\", \"../data/digits.csv\"]");

        Result plain = CommandLineProcess.run(folder, "run", "sweeps/train.conf", "epochs=1");
        assertThat(plain.exitCode()).as(plain.out() + plain.err()).isZero();
        assertThat(plain.out()).contains("1 of 1 variant succeeded").contains("Best accuracy: 0.8");

        Files.writeString(
                file,
                Files.readString(file)
                        .replace("# grid {", "grid {")
                        .replace("#   batch = [8, 16, 32]\n", "batch = [8, 16, 32]\n}\n")
                        .replace("epochs = 5", "epochs = 1"));
        Result plan = CommandLineProcess.run(folder, "plan", "sweeps/train.conf");
        assertThat(plan.out()).contains("train: 3 variants over batch (3)");

        assertThat(CommandLineProcess.run(folder, "init", "python", "sweeps", "--script", "code/none.py")
                        .err())
                .contains("code/none.py: there is no script");
        assertThat(CommandLineProcess.run(folder, "init", "--script", "code/train.py")
                        .err())
                .contains("--script needs DIR");
    }

    @Test
    void whatCannotBeBegunSaysWhatCan() throws IOException, InterruptedException {
        assertThat(CommandLineProcess.run(folder, "init", "pyhton", "x").err())
                .contains("there is no beginning in \"pyhton\"")
                .contains("Did you mean \"python\"?");
        assertThat(CommandLineProcess.run(folder, "init").err()).contains("say where: flowsweep init DIR");
        assertThat(folder.resolve("x")).doesNotExist();
    }
}
