package io.flowsweep.deployer.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.Owner;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(900)
class StoreLockTest {

    @TempDir
    Path folder;

    /** Takes the lock and dies. */
    static final class Holder {
        public static void main(String[] args) {
            System.out.println(
                    StoreLock.tryTake(FileStore.open(Path.of(args[0])), "test").isPresent());
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }

    @Test
    void isHeldByOneUntilItIsClosed() {
        Store store = FileStore.open(folder);

        for (int round = 0; round < 3; round++) {
            assertThat(StoreLock.holder(store, "test")).isEmpty();
            StoreLock lock = StoreLock.tryTake(store, "test").orElseThrow();
            assertThat(StoreLock.tryTake(store, "test")).isEmpty();
            assertThat(StoreLock.holder(store, "test")).contains(Owner.self());
            assertThat(StoreLock.tryTake(store, "other")).isPresent().hasValueSatisfying(StoreLock::close);
            lock.close();
        }
        assertThat(store.list("local-target/test")).hasSizeLessThan(3);
    }

    @Test
    void isFreeWhenItsProcessHasDied() throws IOException, InterruptedException {
        assertThat(JavaProcess.output(JavaProcess.start(Holder.class, folder.toString())))
                .isEqualTo("true");

        assertThat(StoreLock.tryTake(FileStore.open(folder), "test")).isPresent();
    }

    @Test
    void ofAnotherMachineIsHeldUntilItIsReleased() throws IOException, InterruptedException {
        Store store = FileStore.open(folder);
        JavaProcess.output(JavaProcess.startOn("other-machine", Holder.class, folder.toString()));

        assertThat(StoreLock.tryTake(store, "test")).isEmpty();
        assertThat(StoreLock.holder(store, "test")).hasValueSatisfying(owner -> {
            assertThat(owner.machine()).isEqualTo("other-machine");
            assertThat(owner.isHere()).isFalse();
        });
        StoreLock.release(store, "test");
        assertThat(StoreLock.holder(store, "test")).isEmpty();
        assertThat(StoreLock.tryTake(store, "test")).isPresent();
    }

    @Test
    void countsNoMoreForWhoeverHadItWhenItWasReleased() {
        Store store = FileStore.open(folder);
        StoreLock before = StoreLock.tryTake(store, "test").orElseThrow();
        assertThat(before.isHeld()).isTrue();

        StoreLock.release(store, "test");
        StoreLock after = StoreLock.tryTake(store, "test").orElseThrow();
        before.close();

        assertThat(before.isHeld()).isFalse();
        assertThat(after.isHeld()).isTrue();
    }

    @Test
    void leavesNothingInAStoreThatWasRemoved() {
        Store store = FileStore.open(folder.resolve("store"));
        StoreLock lock = StoreLock.tryTake(store, "test").orElseThrow();
        store.delete("local-target");

        lock.close();

        assertThat(store.list("local-target")).isEmpty();
    }

    @Test
    void isNeverHeldByTwoHoweverManyTry() {
        Store store = FileStore.open(folder);
        for (int round = 0; round < 20; round++) {
            List<CompletableFuture<Optional<StoreLock>>> tries = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tries.add(CompletableFuture.supplyAsync(() -> StoreLock.tryTake(store, "test")));
            }
            List<StoreLock> held =
                    tries.stream().flatMap(t -> t.join().stream()).toList();
            assertThat(held).hasSizeLessThan(2);
            held.forEach(StoreLock::close);
        }
    }
}
