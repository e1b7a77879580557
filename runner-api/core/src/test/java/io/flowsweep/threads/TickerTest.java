package io.flowsweep.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class TickerTest {

    @Test
    void goesOnAfterAFailure() throws InterruptedException {
        CountDownLatch times = new CountDownLatch(3);
        try (Ticker ticker = new Ticker("test-ticker", 1, () -> {
            times.countDown();
            throw new IllegalStateException("of the test");
        })) {
            ticker.start();

            assertThat(times.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void logsTheSameFailureOnceInARow() throws InterruptedException {
        List<String> logged = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger(Ticker.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getMessage().startsWith("test-ticker-logged ")) {
                    logged.add(line.getThrown().getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        Iterator<String> failures = List.of("one", "one", "two", "", "two").iterator();
        CountDownLatch all = new CountDownLatch(6);
        try (Ticker ticker = new Ticker("test-ticker-logged", 1, () -> {
            all.countDown();
            String failure = failures.hasNext() ? failures.next() : "";
            if (!failure.isEmpty()) {
                throw new IllegalStateException(failure);
            }
        })) {
            ticker.start();

            assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(logged).containsExactly("one", "two", "two");
        } finally {
            logger.removeHandler(handler);
        }
    }

    @Test
    void mayEndItself() throws InterruptedException {
        AtomicReference<Ticker> itself = new AtomicReference<>();
        AtomicReference<Thread> worked = new AtomicReference<>();
        CountDownLatch once = new CountDownLatch(1);
        itself.set(new Ticker("test-ticker", 1, () -> {
            worked.set(Thread.currentThread());
            itself.get().close();
            once.countDown();
        }));
        itself.get().start();

        assertThat(once.await(60, TimeUnit.SECONDS)).isTrue();
        worked.get().join(60_000);
        assertThat(worked.get().isAlive()).isFalse();
        assertThat(worked.get().isDaemon()).isTrue();
    }
}
