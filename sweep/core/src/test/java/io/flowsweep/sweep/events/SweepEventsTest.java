package io.flowsweep.sweep.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.codec.CodecException;
import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SweepEventsTest {

    /** What version 1 could say. */
    private static final List<SweepEvent> VERSION_1 = List.of(
            Samples.started(8),
            Samples.started(0, 1L, "streams"),
            Samples.reported(0, 3, 41.5),
            Samples.succeeded(0, 42),
            Samples.skipped(1, 64L, "streams", "needs 64 CPUs"),
            Samples.warned("the metric \"loss\" is missing"),
            new SweepFinished(Samples.START, Outcome.BROKEN_OFF, Optional.of("disk full"), Optional.empty()));

    @Test
    void aJournalOfTheFirstVersionStaysReadable() throws IOException {
        assertThat(golden("events-v1.jsonl").stream().map(SweepEvents::parse).map(Optional::orElseThrow))
                .containsExactlyElementsOf(VERSION_1);
    }

    @Test
    void theSecondVersionStaysReadableAndIsWhatIsWritten() throws IOException {
        List<String> golden = golden("events-v2.jsonl");

        assertThat(Samples.ONE_OF_EACH.stream().map(SweepEvents::toLine)).containsExactlyElementsOf(golden);
        assertThat(golden.stream().map(SweepEvents::parse).map(Optional::orElseThrow))
                .containsExactlyElementsOf(Samples.ONE_OF_EACH);
    }

    @Test
    void theGoldenLinesCoverEveryKind() {
        assertThat(Samples.ONE_OF_EACH.stream().map(Object::getClass).distinct())
                .hasSize(Samples.ONE_OF_EACH.size())
                .containsExactlyInAnyOrderElementsOf(kinds(SweepEvent.class));
    }

    private static List<Class<?>> kinds(Class<?> sealed) {
        return Stream.<Class<?>>of(sealed.getPermittedSubclasses())
                .flatMap(c -> c.isSealed() ? kinds(c).stream() : Stream.<Class<?>>of(c))
                .toList();
    }

    @Test
    void valuesThatJsonHasNoNumberForSurvive() {
        VariantFinished event = new VariantFinished(
                Samples.START,
                0,
                0,
                "run-0",
                RunState.SUCCEEDED,
                Map.of("perf", Double.NaN, "loss", Double.NEGATIVE_INFINITY),
                1,
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty());

        assertThat(SweepEvents.parse(SweepEvents.toLine(event))).contains(event);
    }

    @Test
    void aReaderSkipsKindsAndVersionsItDoesNotKnow() {
        assertThat(SweepEvents.parse("{\"v\":2,\"event\":\"SweepPainted\"}")).isEmpty();
        assertThat(SweepEvents.parse(SweepEvents.toLine(Samples.succeeded(0, 1)).replace("\"v\":2", "\"v\":3")))
                .isEmpty();
    }

    @Test
    void aReaderSkipsPartsItDoesNotKnow() {
        String line = SweepEvents.toLine(Samples.succeeded(0, 1)).replace("\"v\":2", "\"v\":2,\"colour\":\"red\"");

        assertThat(SweepEvents.parse(line)).contains(Samples.succeeded(0, 1));
    }

    @Test
    void aLineThatIsNoEventIsAnError() {
        assertThatThrownBy(() -> SweepEvents.parse("{\"v\":1,")).isInstanceOf(CodecException.class);
    }

    private static List<String> golden(String file) throws IOException {
        try (InputStream in = SweepEventsTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
