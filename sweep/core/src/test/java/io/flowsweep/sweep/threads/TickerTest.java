package io.flowsweep.sweep.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
