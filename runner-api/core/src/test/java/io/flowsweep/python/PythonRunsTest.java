package io.flowsweep.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flowsweep.command.CommandFlow;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.PythonSettings;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs make of a Python. The packages are in a virtual environment made here: the cache folder of this user is left alone. */
class PythonRunsTest {

    @TempDir
    Path folder;

    private PythonRequest python() throws IOException {
        assumeTrue(TestPython.isThere(), TestPython.MISSING);
        Path wheels = folder.resolve("wheels");
        Wheels.write(wheels, "alpha", "2.5");
        PythonEnvironments environments =
                new PythonEnvironments(folder.resolve("cache"), TestPython.environment(wheels));
        PythonRequest packages = PythonRequest.of(Map.of("packages", "alpha"), folder);
        Path made = environments.get(packages.settings(), event -> {}).python();
        return PythonRequest.of(Map.of("python", made.toString()), folder);
    }

    private Runner command(String... argv) {
        return Runner.of(CommandFlow.of(argv).directory(folder.resolve("src")).inputs("*.py"))
                .store(folder.resolve("store"));
    }

    @Test
    void aCommandFindsItByEveryName() throws IOException {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("src/ask.py"), "import alpha\nprint('flowsweep alpha=' + alpha.VERSION)\n");
        for (String name : List.of("python", "python3")) {
            ExecutingRun run = command(name, "ask.py").python(python()).run();

            assertThat(run.run().data().get("alpha", Double.class)).isEqualTo(2.5);
            assertThat(run.run().surroundings().python().flatMap(PythonSettings::python))
                    .isPresent();
        }
    }

    @Test
    void aRunInsideThisJvmCannotHaveOne() throws IOException {
        PythonRequest python = python();
        Runner inline = Runner.ofSource("""
                import io.flowsweep.flow.*;
                public class Nothing extends FlowSpec {
                    @Step(next = "end") void start() {}
                    @Step void end() {}
                }
                """)
                .store(folder.resolve("store"))
                .executor("inline")
                .python(python);

        assertThatThrownBy(inline::start)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "the run is given a Python, but with the executor inline it shares those of this JVM");
    }
}
