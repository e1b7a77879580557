package io.flowsweep.sweep.live;

import io.flowsweep.codec.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * Server-sent events: the {@link Progress} whenever something has happened, at most five times a second, and every few seconds in any
 * case. The page then asks for what it shows, as far as that is older.
 */
final class EventStream implements Answer {

    private static final int MOST_STREAMS = 32;
    private static final long SIGN_OF_LIFE_MILLIS = 5_000;
    private static final long PAUSE_MILLIS = 200;

    private final LiveSweep sweep;
    private final Semaphore places = new Semaphore(MOST_STREAMS);

    EventStream(LiveSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public void to(Question question, Reply reply) throws IOException {
        if (!places.tryAcquire()) {
            throw new BadQuestionException(503, "the page is open " + MOST_STREAMS + " times already");
        }
        try (OutputStream out = reply.stream("text/event-stream")) {
            while (true) {
                long version = sweep.version();
                out.write(("data: " + progress() + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                Thread.sleep(PAUSE_MILLIS);
                sweep.await(version, SIGN_OF_LIFE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server ends
        } catch (IOException e) {
            return; // the browser has gone
        } finally {
            places.release();
        }
    }

    private String progress() {
        return Json.write(Progress.of(sweep));
    }
}
