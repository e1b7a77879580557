package io.flowsweep.sweep.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.store.FileStore;
import io.flowsweep.store.StoreException;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.events.Samples;
import io.flowsweep.sweep.events.SweepEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final String LOG = StoreLayout.journal("s", 0);

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenDuringASyncSharesTheNextOne() throws InterruptedException {
        SlowDisk disk = new SlowDisk(FileStore.open(folder));
        try (Journal journal = new Journal(disk, LOG)) {
            CompletableFuture<Void> first = journal.append(Samples.started(3));
            disk.firstSync.await();
            List<CompletableFuture<Void>> rest = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                rest.add(journal.append(Samples.succeeded(i, i)));
            }
            assertThat(first).isNotDone();
            assertThat(rest).noneMatch(CompletableFuture::isDone);
            assertThat(read()).as("survives this process already").hasSize(101);

            disk.permission.countDown();
            CompletableFuture.allOf(rest.toArray(CompletableFuture[]::new)).join();

            assertThat(disk.syncs).hasValue(2);
        }
    }

    @Test
    void closingKeepsEverythingInOrder() {
        List<SweepEvent> events = new ArrayList<>();
        try (Journal journal = new Journal(FileStore.open(folder), LOG)) {
            for (int i = 0; i < 1000; i++) {
                events.add(Samples.succeeded(i, i));
                journal.append(events.get(i));
            }
        }

        assertThat(read()).isEqualTo(events);
    }

    @Test
    void aTornLastLineIsNotSeen() throws IOException {
        try (Journal journal = new Journal(FileStore.open(folder), LOG)) {
            journal.append(Samples.started(3));
            journal.append(Samples.succeeded(0, 1));
        }
        Path file = FileStore.open(folder).localLog(LOG).orElseThrow();
        Files.writeString(file, "{\"v\":1,\"event\":\"VariantFin", StandardOpenOption.APPEND);

        assertThat(read()).containsExactly(Samples.started(3), Samples.succeeded(0, 1));
    }

    @Test
    void afterAFailureNothingMoreIsWritten() {
        SlowDisk disk = new SlowDisk(FileStore.open(folder));
        disk.permission.countDown();
        try (Journal journal = new Journal(disk, LOG)) {
            journal.append(Samples.started(3)).join();
            disk.full = true;
            assertThatThrownBy(journal.append(Samples.succeeded(0, 1))::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(StoreException.class);
            disk.full = false;
            assertThatThrownBy(journal.append(Samples.succeeded(1, 1))::join).hasMessageContaining("no space left");
        }

        assertThat(read()).containsExactly(Samples.started(3));
    }

    private List<SweepEvent> read() {
        List<SweepEvent> events = new ArrayList<>();
        new Journals(FileStore.open(folder)).read("s", 0, events::add);
        return events;
    }
}
