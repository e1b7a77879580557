package io.flowsweep.cli.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A display that nobody sees, by Xvfb. */
final class VirtualDisplay implements AutoCloseable {

    private static final Path SERVER = Path.of("/usr/bin/Xvfb");

    private final Process process;
    private final String name;

    private VirtualDisplay(Process process, String name) {
        this.process = process;
        this.name = name;
    }

    /** Skips the test where there is no Xvfb; CI fails when a test is skipped. */
    static VirtualDisplay open() throws IOException {
        assumeTrue(Files.isExecutable(SERVER), "there is no Xvfb: apt-get install xvfb");
        Process process = new ProcessBuilder(
                        SERVER.toString(), "-displayfd", "1", "-screen", "0", "1200x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.inputReader();
        return new VirtualDisplay(process, ":" + said.readLine());
    }

    /** For the variable {@code DISPLAY}. */
    String name() {
        return name;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
