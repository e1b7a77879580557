package io.flowsweep.cli.drive;

import io.flowsweep.cli.output.Interrupts;
import io.flowsweep.cli.status.PageOpening;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.SweepRun;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.live.LivePage;
import io.flowsweep.sweep.window.SweepWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** What shows a sweep besides the terminal: a page, a window. They follow its journal, as they do for a sweep of another process. */
final class Displays implements Consumer<SweepEvent>, AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(20);

    private final ShowOptions show;
    private final CompletableFuture<SweepStarted> started = new CompletableFuture<>();
    private Optional<LivePage> page = Optional.empty();
    private Optional<SweepWindow> window = Optional.empty();

    /** @throws io.flowsweep.errors.InvalidInputException when a window is asked for and there is no display */
    Displays(ShowOptions show) {
        this.show = show;
        if (show.window) {
            SweepWindow.check();
        }
    }

    /** Learns which sweep it is, when that is on record. */
    @Override
    public void accept(SweepEvent event) {
        if (event instanceof SweepStarted start) {
            started.complete(start);
        }
    }

    /** Shows what is asked for, as soon as the sweep is on record. */
    void open(SweepRun run, Consumer<String> say) {
        if (!show.page && !show.window) {
            return;
        }
        while (!started.isDone()
                && !Thread.currentThread().isInterrupted()
                && run.await(PERIOD).isEmpty()) {}
        if (started.isDone()) {
            SweepStarted start = started.join();
            Optional<Path> store = Optional.of(Path.of(start.store()));
            page = show.page
                    ? Optional.of(PageOpening.open(RecordedSweep.of(store, start.sweep()), show.port.port, say))
                    : page;
            window = show.window ? Optional.of(SweepWindow.open(RecordedSweep.of(store, start.sweep()))) : window;
        }
    }

    /** After the end of a sweep: waits until nobody looks any more, which a page cannot know before Ctrl-C. */
    void stay(Interrupts interrupts, Consumer<String> say) {
        try {
            if (page.isPresent()) {
                say.accept("The page stays until you press Ctrl-C.");
                CountDownLatch interrupted = new CountDownLatch(1);
                interrupts.onInterrupt(interrupted::countDown);
                interrupted.await();
            } else if (window.isPresent()) {
                say.accept("The window stays until you close it.");
                interrupts.onInterrupt(window.get()::close);
                window.get().awaitClosed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        page.ifPresent(LivePage::close);
        window.ifPresent(SweepWindow::close);
    }
}
