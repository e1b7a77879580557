package io.flowsweep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A flow {@code Waits} in {@code Waits.java}, each run of which leaves a file that tells that it has begun, and goes on when it is
 * let go. Its config has {@code n} and {@link #folder()}; its artifact {@code value} is {@code n}, and before it waits it reports
 * {@code nearly}, at step 3, a quarter above it.
 */
public record WaitingFlow(Path folder) {

    private static final String SOURCE = """
            import io.flowsweep.flow.*;
            import java.nio.file.*;

            public class Waits extends FlowSpec {
                record Settings(int n, String folder) {}

                @FlowConfig Settings config;
                Integer value;

                @Step(next = "end")
                void start() throws Exception {
                    System.out.println("variant " + config.n());
                    current().report("nearly", 3, config.n() + 0.25);
                    Path folder = Path.of(config.folder());
                    Files.writeString(folder.resolve("begun-" + config.n()), "run ",
                            StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    while (!Files.exists(folder.resolve("go-" + config.n())) && !Files.exists(folder.resolve("go"))) {
                        Thread.sleep(10);
                    }
                    value = config.n();
                }

                @Step void end() {}
            }
            """;

    /** Writes the source into the folder. */
    public static WaitingFlow in(Path folder) {
        WaitingFlow flow = new WaitingFlow(folder);
        write(flow.source(), SOURCE);
        return flow;
    }

    public Path source() {
        return folder.resolve("Waits.java");
    }

    /** A config with which it does what it is here for; a sweep may vary {@code n}. */
    public Map<String, Object> config() {
        return Map.of("n", 0, "folder", folder.toString());
    }

    /** Lets all runs with one of these go on. */
    public void letGo(int... n) {
        for (int one : n) {
            write(folder.resolve("go-" + one), "");
        }
    }

    /** Lets all runs go on, those of later as well. */
    public void letAllGo() {
        write(folder.resolve("go"), "");
    }

    /** Returns when a run with each of these has begun. */
    public void awaitBegun(int... n) {
        for (int one : n) {
            Conditions.await("variant " + one, () -> begun(one) > 0);
        }
    }

    /** How many runs have begun. */
    public int begun(int n) {
        Path file = folder.resolve("begun-" + n);
        try {
            return Files.exists(file) ? Files.readString(file).length() / "run ".length() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
