package io.flowsweep.sweep.engine.journal;

import io.flowsweep.store.FileStore;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.events.Samples;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast a journal is written and read; see docs/benchmarks.md. Not part of a build. */
class JournalBenchmark {

    private static final int EVENTS = 200_000;

    @TempDir
    private Path folder;

    @Test
    void eventsPerSecond() {
        for (int round = 0; round < 3; round++) {
            String sweep = "s" + round;
            long start = System.nanoTime();
            try (Journal journal = new Journal(FileStore.open(folder), StoreLayout.journal(sweep, 0))) {
                for (int i = 0; i < EVENTS; i++) {
                    journal.append(Samples.succeeded(i, i));
                }
            }
            print("written, each kept by a sync", start);
            start = System.nanoTime();
            AtomicLong read = new AtomicLong();
            new Journals(FileStore.open(folder)).read(sweep, 0, event -> read.incrementAndGet());
            print("read back", start);
        }
    }

    private static void print(String what, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d events %s: %.2f s, %,.0f events/s (load %.1f)%n",
                EVENTS,
                what,
                seconds,
                EVENTS / seconds,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
