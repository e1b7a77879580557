package io.flowsweep.runtime.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.Failure;
import io.flowsweep.plan.RulesPlan;
import io.flowsweep.runtime.log.HostLog;
import io.flowsweep.runtime.task.TaskOrder;
import io.flowsweep.runtime.task.TaskResult;
import io.flowsweep.runtime.time.Clock;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(900)
class AttemptTest {

    private static final TaskResult SUCCESS = TaskResult.of(List.of());
    private static final TaskResult FAILURE = TaskResult.failed(Failure.of("killed", "by hand"));

    @TempDir
    Path folder;

    private final BlockingQueue<TaskResult> told = new LinkedBlockingQueue<>();

    private Store store;

    @BeforeEach
    void open() {
        store = FileStore.open(folder);
    }

    private Attempt start(Duration timeout) {
        TaskOrder order = new TaskOrder("start-1", "start", "start", 0, List.of(), List.of(), List.of());
        return Attempt.start(
                order, RulesPlan.NONE.withTimeout(timeout), new HostLog(store, "run/host-1.jsonl"), told::add);
    }

    private List<String> log() {
        return store.read("run/host-1.jsonl", 0).lines();
    }

    @Test
    void endsOnceHoweverManyWantToEndIt() {
        Attempt attempt = start(Duration.ofDays(1));

        attempt.end(SUCCESS);
        attempt.end(FAILURE);

        assertThat(told).containsExactly(SUCCESS);
        assertThat(log()).hasSize(2);
        assertThat(log().get(0)).contains("TaskStarted");
        assertThat(log().get(1)).contains("TaskSucceeded");
    }

    @RepeatedTest(50)
    void putsItsTimeoutOnRecordAndNotWhatTheInterruptionCaused() throws InterruptedException {
        Attempt attempt = start(Duration.ofMillis(1));
        CountDownLatch late = new CountDownLatch(1);

        attempt.limit(() -> {
            Thread other = new Thread(() -> {
                attempt.end(FAILURE);
                late.countDown();
            });
            other.start();
        });

        assertThat(told.take().failure().orElseThrow().kind()).isEqualTo("timeout");
        late.await();
        assertThat(told).isEmpty();
        assertThat(log()).hasSize(2);
        assertThat(log().get(1)).contains("TaskFailed", "\"timeout\"");
    }

    @Test
    void leavesNoTimerBehind() {
        int before = Clock.waiting();
        for (int i = 0; i < 100; i++) {
            Attempt attempt = start(Duration.ofDays(1));
            attempt.limit(() -> {});
            attempt.end(SUCCESS);
            attempt.limit(() -> {});
        }

        assertThat(Clock.waiting()).isLessThan(before + 100);
    }

    @Test
    void tellsAFailureOfTheHostWhenItsEndCannotBePutOnRecord() throws IOException {
        Attempt attempt = start(Duration.ofDays(1));
        store.delete("run");
        Files.createDirectories(folder.resolve("run/host-1.jsonl"));

        attempt.end(SUCCESS);

        assertThat(told.remove().failure().orElseThrow().message())
                .startsWith("what came of it could not be put on record");
    }

    @Test
    void tellsAFailureOfTheHostWhenItsStartCannotBePutOnRecord() throws IOException {
        Files.createDirectories(folder.resolve("run/host-1.jsonl"));

        Attempt attempt = start(Duration.ofDays(1));

        assertThat(attempt.hasEnded()).isTrue();
        assertThat(told.remove().failure().orElseThrow().kind()).isEqualTo("host");
    }
}
