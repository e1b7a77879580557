package io.flowsweep.runner;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.client.RunFilter;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(900)
class RunnerPoolTest {

    /** A temporary folder of runs; group 1 is the process that made it. */
    private static final Pattern FOLDER = Pattern.compile("flowsweep-(\\d+)-\\d+");

    public static class Square extends FlowSpec {
        @Parameter
        int n;

        int square;

        @Step(next = "end")
        void start() {
            if (n < 0) {
                throw new IllegalArgumentException("negative");
            }
            square = n * n + 1;
            System.out.println("squared");
        }

        @Step
        void end() {}
    }

    public static class Waits extends FlowSpec {
        @Step(next = "end")
        void start() throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @Step
        void end() {}
    }

    @TempDir
    Path folder;

    private Runner square() {
        return Runner.of(Square.class).store(folder).executor("inline");
    }

    private Runner waits() {
        return Runner.of(Waits.class).store(folder).executor("inline");
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void runsHundredsOfVariantsAndGivesEachResultOnce() {
        List<Integer> squares = new ArrayList<>();

        try (RunnerPool pool = RunnerPool.of(50)) {
            pool.map(numbers(200), n -> square().parameter("n", n)).forEach(result -> {
                assertThat(result.succeeded()).isTrue();
                assertThat(result.run().data().get("square", int.class))
                        .isEqualTo(result.variant() * result.variant() + 1);
                squares.add(result.variant());
            });
        }

        assertThat(squares).containsExactlyInAnyOrderElementsOf(numbers(200));
    }

    @Test
    void startsNoMoreThanItHasRoomForWhoeverAsks() {
        try (RunnerPool pool = RunnerPool.of(2)) {
            List<CompletableFuture<ExecutingRun>> asked =
                    Stream.generate(() -> pool.submit(waits())).limit(5).toList();
            await("two runs", () -> running() == 2 && pool.toString().contains("[2 of 2"));

            assertThat(asked).noneMatch(CompletableFuture::isDone);
        }
        assertThat(running()).isZero();
    }

    @Test
    void takesVariantsOneByOneAndGivesResultsAsTheyComplete() {
        List<Integer> taken = new ArrayList<>();
        Iterable<Integer> endless =
                () -> Stream.iterate(0, n -> n + 1).peek(taken::add).iterator();

        try (RunnerPool pool = RunnerPool.of(3)) {
            Iterator<PoolResult<Integer>> results = pool.map(
                            endless, n -> n == 0 ? waits() : square().parameter("n", n))
                    .iterator();
            for (int i = 0; i < 10; i++) {
                assertThat(results.next().variant()).isNotZero();
            }
        }

        assertThat(taken).hasSizeLessThan(20);
    }

    @Test
    void givesFailuresAndRefusalsAsResults() {
        try (RunnerPool pool = RunnerPool.of(2)) {
            List<PoolResult<Integer>> results = pool.map(List.of(3, -1, 0), n -> switch (n) {
                        case 0 -> square().parameter("m", n);
                        default -> square().parameter("n", n);
                    })
                    .sorted((a, b) -> b.variant() - a.variant())
                    .toList();

            assertThat(results.get(0).run().data().get("square", int.class)).isEqualTo(10);
            assertThat(results.get(2).run().state()).isEqualTo(RunState.FAILED);
            assertThat(results.get(2).succeeded()).isFalse();
            assertThat(results.get(1).problem())
                    .get()
                    .satisfies(e -> assertThat(e).hasMessageContaining("no parameter \"m\""));
            assertThatThrownBy(() -> results.get(1).run()).hasMessageContaining("the variant 0 could not be started");
        }
    }

    @Test
    void endsWhatRunsAndRefusesTheRestWhenItIsClosed() {
        List<CompletableFuture<ExecutingRun>> asked;
        RunnerPool pool = RunnerPool.of(2);
        try (pool) {
            asked = Stream.generate(() -> pool.submit(waits())).limit(4).toList();
            await("two runs", () -> running() == 2 && pool.toString().contains("[2 of 2"));
        }

        assertThat(Client.at(folder).flowNamed("Waits").runs())
                .extracting(Run::state)
                .containsOnly(RunState.TERMINATED);
        assertThat(asked).allMatch(CompletableFuture::isDone);
        assertThat(asked.stream().filter(CompletableFuture::isCompletedExceptionally))
                .hasSize(2);
        assertThat(pool.submit(square())).isCompletedExceptionally();
        assertThatThrownBy(() -> RunnerPool.of(0)).hasMessageContaining("size >= 1 must hold, but got size=0");
    }

    @Test
    void leavesNothingBehind() {
        try (RunnerPool pool = RunnerPool.of(20)) {
            check(pool.map(numbers(20), n -> square().parameter("n", n)));
            check(pool.map(numbers(1), n -> square().parameter("n", n).executor("process")));
        }
        Set<Thread> threads = ourThreads();
        int files = openFiles();
        Set<Long> processes = children();
        Set<String> folders = temporaryFolders();

        try (RunnerPool pool = RunnerPool.of(20)) {
            check(pool.map(numbers(200), n -> square().parameter("n", n)));
            check(pool.map(numbers(20), n -> square().parameter("n", n).executor("process")));
        }

        await("no further thread than " + threads, () -> threads.containsAll(ourThreads()));
        await("no further process than " + processes, () -> processes.containsAll(children()));
        await("as many open files as before: " + files, () -> openFiles() <= files);
        await("no further temporary folder than " + folders, () -> folders.containsAll(temporaryFolders()));
    }

    private static void check(Stream<? extends PoolResult<?>> results) {
        assertThat(results).allMatch(PoolResult::succeeded);
    }

    /**
     * Threads that carry out runs and tasks, and what other tests have left, but for those that end unless there is more to do
     * within a minute; the clocks, of which there is one each, are for all.
     */
    private static Set<Thread> ourThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("flowsweep-"))
                .filter(thread -> !thread.getKey().getName().endsWith("clock"))
                .filter(thread -> !endsWhenIdle(thread.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether it is a thread of a pool that waits for something to do for a limited time. */
    private static boolean endsWhenIdle(StackTraceElement[] stack) {
        List<String> calls = Arrays.stream(stack)
                .map(call -> call.getClassName() + "." + call.getMethodName())
                .toList();
        return calls.contains("java.util.concurrent.ThreadPoolExecutor.getTask")
                && calls.contains("java.util.concurrent.SynchronousQueue.poll");
    }

    private static int openFiles() {
        String[] open = new File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    /** Those of this process and of the hosts that it has started; other tests may have some, too. */
    private Set<String> temporaryFolders() {
        Set<Long> makers = Client.at(folder)
                .flowNamed("Square")
                .runs()
                .flatMap(run -> run.hostPids().stream())
                .collect(Collectors.toSet());
        makers.add(ProcessHandle.current().pid());
        return Arrays.stream(new File(System.getProperty("java.io.tmpdir")).list())
                .map(FOLDER::matcher)
                .filter(name -> name.matches() && makers.contains(Long.valueOf(name.group(1))))
                .map(Matcher::group)
                .collect(Collectors.toSet());
    }

    private int running() {
        return (int) Client.at(folder)
                .flowNamed("Waits")
                .runs(RunFilter.all().in(RunState.RUNNING))
                .count();
    }
}
