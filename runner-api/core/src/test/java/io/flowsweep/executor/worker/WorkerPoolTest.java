package io.flowsweep.executor.worker;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.runtime.host.WorkerProtocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With processes that end, like workers, when their pipe is closed. */
class WorkerPoolTest {

    private final WorkerPool pool = new WorkerPool(2, 1000);
    private final List<Worker> started = new java.util.ArrayList<>();

    private static WorkerKind kind(String name) {
        return kindOf(List.of("sh", "-c", "cat", name));
    }

    private static WorkerKind kindOf(List<String> command) {
        return new WorkerKind(HostResources.of(1, 256L << 20), command, Map.of(), Optional.empty(), List.of());
    }

    private Worker take(String kind) throws IOException {
        Worker worker = pool.take(kind(kind));
        started.add(worker);
        return worker;
    }

    @AfterEach
    void end() {
        started.forEach(Worker::kill);
    }

    @Test
    void givesOutAgainWhatWaitsAndNothingElse() throws IOException {
        Worker apple = take("apple");
        pool.release(apple);

        Worker pear = take("pear");

        assertThat(pear).isNotSameAs(apple);
        assertThat(take("apple")).isSameAs(apple);
        assertThat(take("apple")).isNotSameAs(apple);
    }

    @Test
    void endsTheOneThatHasWaitedLongestWhenMoreWaitThanItKeeps() throws IOException {
        List<Worker> workers = List.of(take("a"), take("b"), take("c"));

        workers.forEach(pool::release);

        await("the first to end", () -> !workers.get(0).isAlive());
        assertThat(workers.get(1).isAlive()).isTrue();
        assertThat(workers.get(2).isAlive()).isTrue();
    }

    @Test
    void makesRoomForOneOfAnotherKind() throws IOException {
        List<Worker> workers = List.of(take("a"), take("b"));
        workers.forEach(pool::release);

        take("c");

        await("the first to end", () -> !workers.get(0).isAlive());
        assertThat(workers.get(1).isAlive()).isTrue();
    }

    @Test
    void doesNotGiveOutTheDead() throws IOException {
        Worker dead = take("a");
        dead.kill();
        await("its end", () -> !dead.isAlive());
        pool.release(dead);

        assertThat(take("a")).isNotSameAs(dead);
    }

    /** The worker's reader may have come to its end before or after, and {@code cat} may have been left alive. */
    @RepeatedTest(10)
    void aRunThatIsGivenToTheDeadIsTold(@TempDir Path folder) throws IOException {
        Worker dead = take("a");
        dead.kill();
        await("its end", () -> !dead.isAlive());
        WorkerHost host = new WorkerHost(spec(folder), folder.resolve("output"), pool);

        dead.begin(host);

        await("what came of the run", () -> host.exit().isDone());
        assertThat(host.exit().join().failure()).isPresent();
    }

    /** The run is over as soon as its worker says so, also while the worker waits to be taken back. */
    @Test
    void toEndARunThatIsOverLeavesItsWorkerToOthers(@TempDir Path folder) throws Exception {
        String ends = "read order; echo '" + WorkerProtocol.MARK + WorkerProtocol.BEGUN + "'; echo '"
                + WorkerProtocol.MARK + WorkerProtocol.STAYS + "'; cat";
        Worker worker = pool.take(kindOf(List.of("sh", "-c", ends)));
        started.add(worker);
        WorkerHost host = new WorkerHost(spec(folder), folder.resolve("output"), pool);
        Thread terminating = new Thread(host::terminate);

        synchronized (pool) {
            host.begin(worker);
            await("the end of the run", WorkerPoolTest::isBeingReleased);
            terminating.start();
            await("what came of the run to be waited for", () -> terminating.getState() == Thread.State.WAITING);
        }
        terminating.join();

        assertThat(host.exit().join().failure()).isEmpty();
        assertThat(worker.isAlive()).isTrue();
    }

    /** Whether the reader of a worker waits to give it back. */
    private static boolean isBeingReleased() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().startsWith("flowsweep-worker/"))
                .filter(each -> each.getKey().getState() == Thread.State.BLOCKED)
                .flatMap(each -> Stream.of(each.getValue()).limit(1)) // none, of a thread that begins or ends
                .anyMatch(call -> call.getMethodName().equals("release"));
    }

    private static HostSpec spec(Path folder) {
        return new HostSpec(
                "key",
                folder.toUri(),
                "flows/F/runs/r",
                null,
                1,
                HostResources.of(1, 256L << 20),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }
}
