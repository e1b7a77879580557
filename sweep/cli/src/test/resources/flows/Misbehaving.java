import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Does what its config says: succeeds, throws, exits, hoards memory, hangs with a child process, or puts a file where the
 * results belong. */
public class Misbehaving extends FlowSpec {

    record Settings(String how, int index, String witnesses) {}

    @FlowConfig
    Settings config;

    Integer value;

    @Step(next = "end")
    @Resources(memory = "128MB")
    void start() throws IOException, InterruptedException {
        witness(ProcessHandle.current().pid());
        switch (config.how()) {
            case "fine" -> value = 10 * config.index();
            case "throw" -> throw new IllegalArgumentException("index " + config.index() + " is unlucky");
            case "exit" -> System.exit(0);
            case "memory" -> hoard();
            case "block" -> {
                value = 10 * config.index();
                Path results = Path.of(config.witnesses())
                        .resolveSibling("results/bad/latest")
                        .toRealPath();
                Files.delete(results);
                Files.createFile(results);
            }
            default -> hang();
        }
    }

    @Step
    void end() {}

    private void hoard() {
        List<long[]> hoard = new ArrayList<>();
        while (true) {
            hoard.add(new long[1 << 16]);
        }
    }

    private void hang() throws IOException, InterruptedException {
        witness(new ProcessBuilder("sleep", "600").start().pid());
        new CountDownLatch(1).await();
    }

    /** Leaves a file named by a process, so that a test can see whether the process is gone. */
    private void witness(long pid) throws IOException {
        if (!config.witnesses().isEmpty()) {
            Files.createFile(Path.of(config.witnesses()).resolve(Long.toString(pid)));
        }
    }
}
