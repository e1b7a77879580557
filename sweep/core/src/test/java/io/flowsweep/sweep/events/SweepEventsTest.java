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
import org.junit.jupiter.api.Test;

class SweepEventsTest {

    private static final List<SweepEvent> ONE_OF_EACH = List.of(
            Samples.started(8),
            Samples.started(0, 1L, "streams"),
            Samples.reported(0, 3, 41.5),
            Samples.succeeded(0, 42),
            Samples.skipped(1, 64L, "streams", "needs 64 CPUs"),
            Samples.warned("the metric \"loss\" is missing"),
            new SweepFinished(Samples.START, Outcome.BROKEN_OFF, Optional.of("disk full")));

    @Test
    void theFirstVersionOfTheFormatStaysReadableAndIsWhatIsWritten() throws IOException {
        List<String> golden = golden();

        assertThat(ONE_OF_EACH.stream().map(SweepEvents::toLine)).containsExactlyElementsOf(golden);
        assertThat(golden.stream().map(SweepEvents::parse).map(Optional::orElseThrow))
                .containsExactlyElementsOf(ONE_OF_EACH);
    }

    @Test
    void theGoldenLinesCoverEveryKind() {
        assertThat(ONE_OF_EACH.stream().map(Object::getClass).toList())
                .containsExactlyInAnyOrder(SweepEvent.class.getPermittedSubclasses());
    }

    @Test
    void valuesThatJsonHasNoNumberForSurvive() {
        VariantFinished event = new VariantFinished(
                Samples.START,
                0,
                "run-0",
                RunState.SUCCEEDED,
                Map.of("perf", Double.NaN, "loss", Double.NEGATIVE_INFINITY),
                1,
                Optional.empty());

        assertThat(SweepEvents.parse(SweepEvents.toLine(event))).contains(event);
    }

    @Test
    void aReaderSkipsKindsAndVersionsItDoesNotKnow() {
        assertThat(SweepEvents.parse("{\"v\":1,\"event\":\"SweepPaused\"}")).isEmpty();
        assertThat(SweepEvents.parse(SweepEvents.toLine(Samples.succeeded(0, 1)).replace("\"v\":1", "\"v\":2")))
                .isEmpty();
    }

    @Test
    void aReaderSkipsPartsItDoesNotKnow() {
        String line = SweepEvents.toLine(Samples.succeeded(0, 1)).replace("\"v\":1", "\"v\":1,\"colour\":\"red\"");

        assertThat(SweepEvents.parse(line)).contains(Samples.succeeded(0, 1));
    }

    @Test
    void aLineThatIsNoEventIsAnError() {
        assertThatThrownBy(() -> SweepEvents.parse("{\"v\":1,")).isInstanceOf(CodecException.class);
    }

    private static List<String> golden() throws IOException {
        try (InputStream in = SweepEventsTest.class.getResourceAsStream("events-v1.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
