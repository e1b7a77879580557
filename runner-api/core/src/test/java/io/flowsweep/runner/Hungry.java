package io.flowsweep.runner;

import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import io.flowsweep.flow.Timeout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes what its parameter says, and tells what it was given. */
@Resources(memory = "160MiB")
public class Hungry extends FlowSpec {

    @Parameter
    String what = "nothing";

    int processors;
    String allowed;
    String gpus;

    @Step(next = "end")
    void start() throws IOException, InterruptedException {
        processors = Runtime.getRuntime().availableProcessors();
        gpus = System.getenv("CUDA_VISIBLE_DEVICES");
        Path status = Path.of("/proc/self/status");
        allowed = Files.notExists(status)
                ? ""
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("Cpus_allowed_list"))
                        .findFirst()
                        .orElse("");
        take(what);
    }

    @Step
    void end() {}

    static void take(String what) throws IOException, InterruptedException {
        List<Object> hoard = new ArrayList<>();
        switch (what) {
            case "heap" -> {
                while (true) {
                    hoard.add(new long[1 << 17]);
                }
            }
            case "direct" -> {
                while (true) {
                    hoard.add(ByteBuffer.allocateDirect(1 << 20));
                }
            }
            case "child" -> {
                while (true) { // one that ran into the limit of its own data before anybody looked has a successor
                    new ProcessBuilder("tail", "/dev/zero").start().waitFor();
                }
            }
            default -> {
                // content with what it has
            }
        }
    }

    /** The same in a process of its own. */
    @Resources(memory = "160MiB")
    public static class InATask extends FlowSpec {

        @Parameter
        String what = "nothing";

        long[] kept;

        @Step(next = "end")
        @Timeout("10m")
        void start() throws IOException, InterruptedException {
            kept = new long[1 << 20];
            take(what);
        }

        @Step
        void end() {}
    }
}
