package io.flowsweep.executor.admission;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.os.SearchPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The GPUs that may be leased. Looking for them may take a second, so it is done once and only when a need asks for one.
 * Thread-safe.
 */
public final class Gpus {

    /** Names the GPUs that FlowSweep may lease, for instance {@code 0,1}; an empty one: none. */
    public static final String VARIABLE = "FLOWSWEEP_GPUS";

    public static final Gpus NONE = of(List.of());

    private static final Gpus OF_THIS_MACHINE = new Gpus(() -> find(System.getenv()));
    private static final long QUERY_SECONDS = 20;

    private final Supplier<List<Integer>> search;
    private List<Integer> slots;

    private Gpus(Supplier<List<Integer>> search) {
        this.search = search;
    }

    public static Gpus of(List<Integer> slots) {
        return new Gpus(() -> List.copyOf(slots));
    }

    /** Those of {@value #VARIABLE}, else those that {@code nvidia-smi} lists. */
    static Gpus ofThisMachine() {
        return OF_THIS_MACHINE;
    }

    /**
     * Their numbers, in the order of the PCI bus.
     *
     * @throws InvalidInputException when {@value #VARIABLE} holds anything else than numbers
     */
    public synchronized List<Integer> slots() {
        if (slots == null) {
            slots = search.get();
        }
        return slots;
    }

    static List<Integer> find(Map<String, String> environment) {
        String named = environment.get(VARIABLE);
        if (named != null) {
            try {
                return CpuList.parse(named);
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException(
                        "the environment variable " + VARIABLE + " is \"" + named + "\"",
                        "",
                        "Write the numbers of the GPUs, for instance 0,1.");
            }
        }
        return SearchPath.of(environment.getOrDefault("PATH", ""))
                .find("nvidia-smi")
                .map(Gpus::query)
                .orElse(List.of());
    }

    /** A driver that does not answer leaves a machine without GPUs. */
    private static List<Integer> query(Path tool) {
        try {
            Process process = new ProcessBuilder(tool.toString(), "--query-gpu=index", "--format=csv,noheader")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                process.getOutputStream().close();
                if (process.waitFor(QUERY_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    return CpuList.parse(output.strip().replaceAll("\\s+", ","));
                }
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    @Override
    public synchronized String toString() {
        return slots == null ? "Gpus[not looked for]" : "Gpus" + slots;
    }
}
