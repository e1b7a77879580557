package io.flowsweep.sweep.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Owner;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.space.Shard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverLockTest {

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = FileStore.open(folder);
    }

    @Test
    void aSecondDriverIsRefusedAndTheFirstIsNamed() {
        try (DriverLock first = take(Shard.ALL)) {
            assertThatThrownBy(() -> take(Shard.ALL))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--take-over");
            assertThat(first.held()).isTrue();
        }
        take(Shard.ALL).close();
    }

    @Test
    void driversOfDifferentPartsGoTogether() {
        try (DriverLock first = take(new Shard(1, 2));
                DriverLock second = take(new Shard(2, 2))) {
            assertThat(List.of(first.number(), second.number())).containsExactly(0, 1);
            assertThatThrownBy(() -> take(new Shard(2, 2))).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> take(new Shard(3, 3))).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> take(Shard.ALL)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void aDriverThatHasDiedIsReplaced() throws IOException, InterruptedException {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        mark(0, dead.pid(), machine());

        try (DriverLock lock = take(Shard.ALL)) {
            assertThat(lock.number()).isEqualTo(1);
            assertThat(store.get(StoreLayout.driver("s", 0))).isEmpty();
        }
    }

    @Test
    void ofADriverOnAnotherMachineNobodyCanTellSoItIsReplacedOnlyOnRequest() {
        mark(0, 1, "elsewhere");

        assertThatThrownBy(() -> take(Shard.ALL)).hasMessageContaining("elsewhere");
        try (DriverLock lock = DriverLock.take(store, "s", Shard.ALL, true)) {
            assertThat(lock.held()).isTrue();
            assertThat(store.get(StoreLayout.driver("s", 0))).isEmpty();
        }
    }

    @Test
    void aDriverThatWasReplacedCanSeeIt() {
        DriverLock first = take(Shard.ALL);
        DriverLock.take(store, "s", Shard.ALL, true);

        assertThat(first.held()).isFalse();
    }

    @Test
    void ofManyThatBeginAtOnceOneStays() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> takers = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            take(Shard.ALL);
                            return true;
                        } catch (InvalidInputException e) {
                            return false;
                        }
                    })
                    .toList();
            List<Boolean> got = threads.invokeAll(takers).stream()
                    .map(DriverLockTest::value)
                    .collect(Collectors.toList());
            assertThat(got).containsOnlyOnce(true);
        } finally {
            threads.shutdown();
        }
    }

    private static boolean value(Future<Boolean> done) {
        try {
            return done.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private DriverLock take(Shard shard) {
        return DriverLock.take(store, "s", shard, false);
    }

    /** A mark as the first version wrote it. */
    private void mark(int driver, long pid, String machine) {
        String json = "{\"pid\":" + pid + ",\"started\":\"2026-11-24T10:00:00Z\",\"machine\":\"" + machine + "\"}";
        store.createExclusive(StoreLayout.driver("s", driver), json.getBytes(StandardCharsets.UTF_8));
    }

    private static String machine() {
        return Owner.self().machine();
    }
}
