package io.flowsweep.runner;

import io.flowsweep.flow.Case;
import io.flowsweep.flow.Catch;
import io.flowsweep.flow.Environment;
import io.flowsweep.flow.Failed;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.ForeachFrame;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Merge;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Retry;
import io.flowsweep.flow.Step;
import io.flowsweep.flow.Timeout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Flows of every shape. Each is small enough to tell its artifacts by hand. */
final class GraphFlows {

    private GraphFlows() {}

    /** A grid by two foreaches, one in the other. */
    @Resources(memory = "128MB")
    static class Grid extends FlowSpec {
        @Parameter
        int size = 3;

        List<Integer> rows;
        List<String> columns;
        String cell;
        List<String> cells = new ArrayList<>();
        int common;

        @Step(next = "row", foreach = "rows")
        void start() {
            rows = java.util.stream.IntStream.range(0, size).boxed().toList();
            common = 7;
        }

        @Step(next = "column", foreach = "columns")
        void row() {
            Integer row = input();
            columns = List.of("a" + row, "b" + row);
        }

        @Step(next = "joinRow")
        void column() {
            ForeachFrame outer = foreachStack().get(0);
            cell = outer.value() + ":" + this.<String>input() + ":" + index() + "/" + outer.size();
        }

        @Step(next = "joinAll")
        void joinRow(Inputs<Grid> inputs) {
            cells = inputs.stream().map(i -> i.cell).toList();
            mergeArtifacts(inputs, Merge.only("common"));
        }

        @Step(next = "end")
        void joinAll(Inputs<Grid> inputs) {
            cells = inputs.stream().flatMap(i -> i.cells.stream()).toList();
            mergeArtifacts(inputs, Merge.only("common"));
        }

        @Step
        void end() {}
    }

    /** Repeats a switch until it has counted far enough; its ways meet without a join. */
    static class Countdown extends FlowSpec {
        @Parameter
        int first = 3;

        int left;
        List<Integer> seen = new ArrayList<>();
        String state = "again";
        String way;

        @Step(next = "count")
        void start() {
            left = first;
        }

        @Step(
                condition = "state",
                cases = {
                    @Case(when = "again", next = "count"),
                    @Case(when = "even", next = "even"),
                    @Case(when = "odd", next = "odd")
                })
        void count() {
            List<Integer> all = new ArrayList<>(seen);
            all.add(left);
            seen = all;
            left--;
            state = left > 0 ? "again" : first % 2 == 0 ? "even" : first > 100 ? "unheard of" : "odd";
        }

        @Step(next = "end")
        void even() {
            way = "even";
        }

        @Step(next = "end")
        void odd() {
            way = "odd";
        }

        @Step
        void end() {}
    }

    /** Fails as often as it is told, and leaves a line for every time its step is carried out. */
    @Resources(memory = "128MB")
    static class Flaky extends FlowSpec {
        @Parameter
        int failures = 2;

        @Parameter
        String witness = "";

        List<Integer> items;
        int attempt = -1;
        Failed failed;
        Integer value;

        @Step(next = "flaky")
        void start() throws IOException {
            note("start");
            items = List.of(1, 2, 3);
        }

        @Step(next = "spread")
        @Retry(times = "2", delay = "50ms", backoff = "2")
        @Catch(artifact = "failed")
        void flaky() throws IOException {
            note("flaky");
            attempt = current().attempt();
            value = 1;
            if (attempt < failures) {
                throw new IllegalStateException("attempt " + attempt);
            }
        }

        @Step(next = "item", foreach = "items")
        void spread() throws IOException {
            note("spread");
        }

        @Step(next = "join")
        void item() throws IOException {
            note("item" + index());
            if (Files.exists(Path.of(witness + ".stop" + index()))) {
                throw new IllegalStateException("item " + index() + " was told to stop");
            }
            value = 10 * this.<Integer>input();
        }

        @Step(next = "end")
        void join(Inputs<Flaky> inputs) throws IOException {
            note("join");
            value = inputs.stream().mapToInt(i -> i.value).sum();
            mergeArtifacts(inputs, Merge.except("value"));
        }

        @Step
        void end() {}

        private void note(String step) throws IOException {
            if (!witness.isEmpty()) {
                Files.writeString(Path.of(witness), step + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
    }

    /** The same as Flaky.flaky, in a process of its own that dies or hangs. */
    @Resources(memory = "128MB")
    static class OwnProcess extends FlowSpec {
        @Parameter
        String how = "halt";

        int attempt = -1;
        long pid;
        long startPid;
        String variable;
        String text;

        @Step(next = "risky")
        void start() {
            startPid = ProcessHandle.current().pid();
            text = "żółw";
        }

        @Step(next = "end")
        @Retry(times = "20")
        @Environment({"GREETING=hello", "GREETED=world", "LC_ALL=C"})
        void risky() throws Exception {
            attempt = current().attempt();
            pid = ProcessHandle.current().pid();
            variable = System.getenv("GREETING") + " " + System.getenv("GREETED");
            text += "×";
            if (attempt == 0) {
                switch (how) {
                    case "halt" -> Runtime.getRuntime().halt(9);
                    case "memory" -> {
                        List<long[]> hoard = new ArrayList<>();
                        while (true) {
                            hoard.add(new long[1 << 16]);
                        }
                    }
                    case "exit" -> System.exit(0);
                    default -> new CountDownLatch(1).await();
                }
            }
        }

        @Step
        void end() {}
    }

    /** Hangs in its first attempt until it is interrupted, and fails because of that. */
    static class Hanging extends FlowSpec {
        int attempt;

        @Step(next = "end")
        @Timeout("300ms")
        @Retry(times = "20")
        void start() throws InterruptedException {
            attempt = current().attempt();
            if (attempt < 5) {
                new CountDownLatch(1).await();
            }
        }

        @Step
        void end() {}
    }

    /** Throws what cannot even be asked for its message. */
    static class Unspeakable extends FlowSpec {
        @Step(next = "end")
        void start() {
            throw new IllegalStateException() {
                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Step
        void end() {}
    }

    /** Its host dies once, in a step that may be repeated. */
    @Resources(memory = "128MB")
    static class Dying extends FlowSpec {
        @Parameter
        String witness = "";

        int attempt;
        int before;

        @Step(next = "die")
        void start() throws IOException {
            before++;
            Files.writeString(Path.of(witness), "start\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            current().report("progress", 1, 1);
        }

        @Step(next = "end")
        @Retry(times = "1")
        void die() {
            attempt = current().attempt();
            System.out.println("attempt " + attempt);
            if (attempt == 0) {
                Runtime.getRuntime().halt(9);
            }
        }

        @Step
        void end() {}
    }
}
