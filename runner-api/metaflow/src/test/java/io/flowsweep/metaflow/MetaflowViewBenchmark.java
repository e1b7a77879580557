package io.flowsweep.metaflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.metaflow.testing.Python;
import io.flowsweep.runner.Runner;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What our view of a foreach of many tasks costs, beside Metaflow's own client. Takes CPU time, so other load does little. */
class MetaflowViewBenchmark {

    private static final int TASKS = Integer.getInteger("flowsweep.tasks", 200);
    private static final Path FLOWS =
            Path.of("../../benchmarks/metaflow").toAbsolutePath().normalize();
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static int took(String what, IntSupplier work) {
        double before = cpu();
        int count = work.getAsInt();
        System.out.printf("%s: %d in %.3f s of CPU%n", what, count, cpu() - before);
        return count;
    }

    @Test
    void listingArtifactsAndValues() throws IOException, InterruptedException {
        Path python = Python.withMetaflow().command();
        Path store = folder.resolve("store");
        double before = cpu();
        Run run = Runner.of(FLOWS.resolve("squares.py"))
                .store(store)
                .env("PATH", python.getParent() + ":" + System.getenv("PATH"))
                .parameter("size", TASKS)
                .maxSplits(TASKS)
                .run()
                .run();
        System.out.printf("driver, with its start, beside the run: %.3f s of CPU%n", cpu() - before);
        assertThat(run.failure()).isEmpty();
        for (int i = 0; i < ROUNDS; i++) {
            read(store, run.id());
            readByPython(python, store, run.id());
        }
    }

    private static void read(Path store, String id) {
        Run run = Client.at(store).flowNamed("Squares").run(id).orElseThrow();
        List<Task> tasks = run.step("square").tasks();
        took(
                "here: tasks",
                () -> Client.at(store)
                        .flowNamed("Squares")
                        .run(id)
                        .orElseThrow()
                        .step("square")
                        .tasks()
                        .size());
        took(
                "here: artifacts",
                () -> tasks.stream()
                        .mapToInt(task -> task.data().values().size())
                        .sum());
        int values = took(
                "here: values",
                () -> tasks.stream().mapToInt(task -> task.metrics().size()).sum());
        assertThat(values).isEqualTo(TASKS);
    }

    private static void readByPython(Path python, Path store, String id) throws IOException, InterruptedException {
        Path home = store.resolve("metaflow");
        String metaflowId = Files.readString(home.resolve("runs/Squares." + id)).strip();
        ProcessBuilder reading = new ProcessBuilder(
                        python.toString(), FLOWS.resolve("read_squares.py").toString(), metaflowId)
                .redirectError(Redirect.INHERIT);
        reading.environment().put("METAFLOW_DATASTORE_SYSROOT_LOCAL", home.toString());
        reading.environment().put("METAFLOW_DEFAULT_METADATA", "local");
        reading.environment().put("METAFLOW_USER", "somebody");
        Process process = reading.start();
        System.out.print(
                "Metaflow's client: " + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(process.waitFor()).isZero();
    }
}
