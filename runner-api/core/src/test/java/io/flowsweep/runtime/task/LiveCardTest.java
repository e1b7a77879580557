package io.flowsweep.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.events.Artifact;
import io.flowsweep.flow.card.Markdown;
import io.flowsweep.flow.card.Progress;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.store.FileStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveCardTest {

    record Written(boolean cleared, List<Artifact> parts) {
        List<String> names() {
            return parts.stream().map(Artifact::name).toList();
        }
    }

    private final BlockingQueue<Written> writes = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    private LiveCard card;

    @BeforeEach
    void make() {
        card = new LiveCard(
                "id",
                new ArtifactCodec(FileStore.open(folder)),
                (cleared, parts) -> writes.add(new Written(cleared, parts)));
    }

    private Written next() throws InterruptedException {
        Written written = writes.poll(400, TimeUnit.SECONDS);
        assertThat(written).as("what was written").isNotNull();
        return written;
    }

    @Test
    void writesTheFirstChangeAtOnce() {
        card.append(Markdown.of("A"));

        assertThat(writes).singleElement().extracting(Written::names).isEqualTo(List.of("#1"));
    }

    @Test
    void writesTheLaterOnesWithoutBeingAskedAgain() throws InterruptedException {
        card.append(Markdown.of("A"));
        card.append(Markdown.of("B"));

        assertThat(next().names()).containsExactly("#1");
        assertThat(next().names()).containsExactly("#2");
    }

    @Test
    void writesOnlyTheLastOfManyAndThatAlways() {
        int changes = 100_000;
        long start = System.nanoTime();
        for (int i = 1; i <= changes; i++) {
            card.replace("progress", Progress.of(i, changes));
        }
        card.close();

        long quarters = (System.nanoTime() - start) / TimeUnit.MILLISECONDS.toNanos(250);
        List<Written> written = new ArrayList<>(writes);
        assertThat(written).hasSizeLessThanOrEqualTo((int) quarters + 2);
        assertThat(written.get(written.size() - 1).parts())
                .singleElement()
                .satisfies(part -> assertThat(part.value().orElseThrow())
                        .isEqualTo(Map.of("type", "Progress", "done", 100_000.0, "total", 100_000.0)));
    }

    @Test
    void writesNothingOfWhatWasClearedInBetween() throws InterruptedException {
        card.append(Markdown.of("A"));
        card.append(Markdown.of("B"));
        card.clear();
        card.append(Markdown.of("C"));
        card.close();

        next();
        Written last = next();
        while (!writes.isEmpty()) {
            last = next();
        }
        assertThat(last.parts().get(last.parts().size() - 1).name()).isEqualTo("#3");
    }

    @Test
    void ignoresWhatComesAfterTheEnd() {
        card.close();
        card.append(Markdown.of("late"));
        card.close();

        assertThat(writes).isEmpty();
    }

    @Test
    void putsLargePartsIntoABlob() {
        card.append(Markdown.of("x".repeat(5000)));

        assertThat(writes).singleElement().satisfies(w -> {
            assertThat(w.parts().get(0).value()).isEmpty();
            assertThat(w.parts().get(0).blob()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#1", "a b", "ä"})
    void refusesNamesThatCannotBeToldFromItsOwn(String name) {
        assertThatThrownBy(() -> card.replace(name, Markdown.of("A")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ASCII letters");
    }
}
