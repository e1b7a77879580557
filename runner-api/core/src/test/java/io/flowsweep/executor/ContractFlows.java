package io.flowsweep.executor;

import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The flows that every executor is tested with. */
public final class ContractFlows {

    private ContractFlows() {}

    public record Settings(int base, String label) {}

    /** Values of each codec, reported metrics, printed lines. */
    public static class Good extends FlowSpec {
        @FlowConfig
        Settings config;

        @Parameter
        int factor = 2;

        int result;
        Double untouched;
        double[][] matrix;
        byte[] bytes;
        Map<String, List<Integer>> nested;

        @Step(next = "end")
        void start() {
            result = config.base() * factor;
            matrix = new double[][] {{1, 2}, {3, result}};
            bytes = new byte[] {1, 2, 3};
            nested = Map.of(config.label(), List.of(1, 2));
            current().report("progress", 1, 0.5);
            current().report("progress", 2, 1);
            System.out.println("label " + config.label() + " of " + current().runId());
        }

        @Step
        void end() {
            result += (int) matrix[1][0] + bytes.length;
            System.err.println("to stderr");
        }
    }

    /** Branches, a join and a merge. */
    public static class Split extends FlowSpec {
        int shared;
        String left;
        String right;
        List<String> order = new ArrayList<>();
        int sum;

        @Step(next = {"goLeft", "goRight"})
        void start() {
            shared = 1;
        }

        @Step(next = "join")
        void goLeft() {
            left = "L";
            shared += 10;
        }

        @Step(next = "join")
        void goRight() {
            right = "R";
            shared += 100;
        }

        @Step(next = "end")
        void join(Inputs<Split> inputs) {
            order = inputs.stream().map(i -> i.left == null ? i.right : i.left).toList();
            sum = inputs.get("goLeft").shared + inputs.get(1).shared;
            shared = sum;
            mergeArtifacts(inputs);
        }

        @Step
        void end() {}
    }

    /** A merge that cannot be decided. */
    public static class Conflict extends FlowSpec {
        int shared;

        @Step(next = {"a", "b"})
        void start() {}

        @Step(next = "join")
        void a() {
            shared = 1;
        }

        @Step(next = "join")
        void b() {
            shared = 2;
        }

        @Step(next = "end")
        void join(Inputs<Conflict> inputs) {
            mergeArtifacts(inputs);
        }

        @Step
        void end() {}
    }

    /** Misbehaves as its parameter says. */
    @Resources(memory = "256MB")
    public static class Bad extends FlowSpec {
        @Parameter
        String how = "throw";

        @Parameter
        String witness = "";

        int before;
        Path kept;
        Odd odd;

        /** A value that cannot be read. */
        record Odd(int x) {
            @Override
            public int x() {
                throw new UnsupportedOperationException("odd");
            }
        }

        @Step(next = "misbehave")
        void start() throws IOException {
            before = 1;
            if (!witness.isEmpty()) {
                kept = Files.writeString(Path.of(witness + ".kept"), "handed on by way of a temporary folder");
            }
        }

        @Step(next = "end")
        void misbehave() throws Exception {
            switch (how) {
                case "throw" -> throw new IllegalStateException("no data");
                case "hang" -> {
                    note(Long.toString(ProcessHandle.current().pid()));
                    new CountDownLatch(1).await();
                }
                case "spin" -> {
                    note(Long.toString(ProcessHandle.current().pid()));
                    while (true) {
                        Thread.onSpinWait();
                    }
                }
                case "child" -> {
                    Process child = new ProcessBuilder("sleep", "600").start();
                    note(Long.toString(child.pid()));
                    child.waitFor();
                }
                case "memory" -> {
                    List<long[]> hoard = new ArrayList<>();
                    while (true) {
                        hoard.add(new long[1 << 20]);
                    }
                }
                case "odd" -> {
                    odd = new Odd(1);
                    new Thread(() -> {
                                while (Files.notExists(Path.of(witness))) {
                                    LockSupport.parkNanos(2_000_000);
                                }
                            })
                            .start();
                }
                case "config" -> how = "changed";
                default -> throw new AssertionError(how);
            }
        }

        private void note(String text) throws IOException {
            Path file = Path.of(witness);
            Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(unfinished, text);
            Files.move(unfinished, file);
        }

        @Step
        void end() {}
    }

    /** Reads and prints what it should not. */
    public static class Talks extends FlowSpec {
        @Step(next = "end")
        void start() {
            System.out.print("no line end");
            System.out.close();
        }

        @Step
        void end() {}
    }

    /** Expects input. */
    public static class Asks extends FlowSpec {
        Integer answer;

        @Step(next = "end")
        void start() throws IOException {
            answer = System.in.read();
        }

        @Step
        void end() {}
    }

    /** Ends its JVM, which is refused where that is shared. */
    public static class Exits extends FlowSpec {
        @Parameter
        boolean atOnce;

        @Step(next = "end")
        void start() {
            if (atOnce) {
                Runtime.getRuntime().halt(7);
            }
            System.exit(0);
        }

        @Step
        void end() {}
    }

    /** Leaves a process behind when its own ends. */
    public static class Orphaning extends FlowSpec {
        @Parameter
        String witness = "";

        @Step(next = "end")
        void start() throws IOException {
            long pid = new ProcessBuilder("sh", "-c", "sleep 600 & exec sleep 600")
                    .start()
                    .pid();
            Path file = Path.of(witness);
            Files.writeString(file.resolveSibling("pid"), Long.toString(pid));
            Files.move(file.resolveSibling("pid"), file);
            Runtime.getRuntime().halt(9);
        }

        @Step
        void end() {}
    }

    /** Changes what the JDK lets everyone change, if it is to, and says how it found it. */
    public static class Changes extends FlowSpec {
        static int runs;

        @Parameter
        boolean everything;

        long pid;
        List<String> found = new ArrayList<>();

        @Step(next = "end")
        void start() throws IOException {
            runs++;
            pid = ProcessHandle.current().pid();
            found.add("runs " + runs);
            found.add("property " + System.getProperty("changed"));
            found.add("language " + Locale.getDefault().getLanguage().equals("tlh"));
            found.add("zone " + TimeZone.getDefault().getID().equals("Antarctica/Troll"));
            if (!everything) {
                return;
            }
            System.setProperty("changed", "yes");
            Locale.setDefault(Locale.forLanguageTag("tlh"));
            TimeZone.setDefault(TimeZone.getTimeZone("Antarctica/Troll"));
            System.in.close();
            System.out.close();
        }

        @Step
        void end() {}
    }

    /** Says what it was given, itself and through a child process. */
    public static class Looks extends FlowSpec {
        String seen;
        int processors;
        long heap;

        @Step(next = "end")
        void start() throws Exception {
            seen = System.getenv("FRUIT") + " in "
                    + Path.of("").toAbsolutePath().getFileName();
            processors = Runtime.getRuntime().availableProcessors();
            heap = Runtime.getRuntime().maxMemory();
            new ProcessBuilder("sh", "-c", "echo child has $FRUIT; echo to stderr >&2")
                    .inheritIO()
                    .start()
                    .waitFor();
        }

        @Step
        void end() {}
    }

    /** Leaves something in its JVM. */
    public static class Leaves extends FlowSpec {
        @Parameter
        String what = "nothing";

        long pid;

        @Step(next = "end")
        void start() {
            pid = ProcessHandle.current().pid();
            switch (what) {
                case "nothing" -> {}
                case "thread" -> daemon(new CountDownLatch(1)).start();
                case "memory" -> Runtime.getRuntime().addShutdownHook(daemon(new long[10 << 20]));
                case "delay" -> new CompletableFuture<>().orTimeout(1, TimeUnit.HOURS);
                case "pool" -> ForkJoinPool.commonPool().execute(Leaves::beBusy);
                default -> throw new AssertionError(what);
            }
        }

        private static void beBusy() {
            long end = System.nanoTime() + 20_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }

        private static Thread daemon(Object kept) {
            Thread thread = new Thread(() -> {
                while (kept instanceof CountDownLatch) {
                    LockSupport.park();
                }
            });
            thread.setDaemon(true);
            return thread;
        }

        @Step
        void end() {}
    }
}
