package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class InitTest {

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
                        "Wrote RidgeSweep.java",
                        "Wrote ridge-sweep.conf",
                        "ridge-sweep: 2 variants over penalty (2). Look at them with: flowsweep plan ridge-sweep.conf");

        Result run = CommandLineProcess.run(folder, "run", "ridge-sweep.conf", "--executor", "inline");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(Files.readString(folder.resolve("results/ridge-sweep/latest/results.csv")))
                .contains("val/loss")
                .contains("0.5");

        Result smoke = CommandLineProcess.run(
                folder, "run", "ridge-sweep.conf", "penalty=3..7", "--smoke", "--executor", "inline");
        assertThat(smoke.exitCode()).as(smoke.out() + smoke.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("results/ridge-sweep/latest/results.csv")))
                .hasSize(3)
                .anyMatch(row -> row.startsWith("0,3,"))
                .anyMatch(row -> row.startsWith("4,7,"));

        Result again = CommandLineProcess.run(folder, "init", "--from-wandb", "ridge-sweep.yaml");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("RidgeSweep.java is there already").contains("--force");
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
    void whatCannotBeBegunSaysWhatCan() throws IOException, InterruptedException {
        assertThat(CommandLineProcess.run(folder, "init", "python", "x").err())
                .contains("Python cannot be written yet")
                .contains("flowsweep init java x");
        assertThat(CommandLineProcess.run(folder, "init").err()).contains("say where: flowsweep init DIR");
        assertThat(folder.resolve("x")).doesNotExist();
    }
}
