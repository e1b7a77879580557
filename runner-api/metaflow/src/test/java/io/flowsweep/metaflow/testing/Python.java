package io.flowsweep.metaflow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flowsweep.executor.guard.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Python of tests.
 *
 * @param command its interpreter
 */
public record Python(Path command) {

    /** Names the interpreter that has Metaflow; {@code .ci/run} sets it. */
    private static final String METAFLOW = "FLOWSWEEP_METAFLOW_PYTHON";

    /** The {@code python3} of the path; a test is skipped where there is none. */
    public static Python required() {
        Path found = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "python3"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "there is no python3 on the path: install it to run this test");
        return new Python(found);
    }

    /** One that a fork server can be made of; a test is skipped where there is none. */
    public static Python thatForks() {
        Python python = required();
        String asked = "import os, sys; print(sys.version_info >= (3, 10) and hasattr(os, 'pidfd_open'))";
        assumeTrue(python.run(asked, "").equals(List.of("True")), "needs Python 3.10 or later, on Linux");
        assumeTrue(!Guard.ofThisProcess().prefix().isEmpty(), "needs setsid, of util-linux");
        return python;
    }

    /** One that has Metaflow; a test is skipped where none is named. */
    public static Python withMetaflow() {
        String named = System.getenv(METAFLOW);
        assumeTrue(
                named != null && !named.isEmpty(),
                "needs an interpreter with Metaflow: pip install metaflow into a virtual environment, and name its python in "
                        + METAFLOW);
        return new Python(Path.of(named));
    }

    /** Runs a program and gives what it has printed; it must succeed. */
    public List<String> run(String program, String input) {
        try {
            Process process = new ProcessBuilder(command.toString(), "-c", program)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Thread feeder = new Thread(() -> {
                try (var in = process.getOutputStream()) {
                    in.write(input.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            feeder.start();
            List<String> printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor()).isZero();
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
