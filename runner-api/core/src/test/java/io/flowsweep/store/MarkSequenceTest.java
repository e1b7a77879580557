package io.flowsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkSequenceTest {

    @TempDir
    Path folder;

    private MarkSequence sequence() {
        return new MarkSequence(FileStore.open(folder), "some/marks");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void numbersEntriesFromZeroWhoeverAddsThem() {
        List<CompletableFuture<Long>> added = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            added.add(CompletableFuture.supplyAsync(() -> sequence().append(bytes("x"))));
        }

        assertThat(added)
                .extracting(CompletableFuture::join)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 40).boxed().toList());
        assertThat(sequence().numbers())
                .containsExactlyElementsOf(LongStream.range(0, 40).boxed().toList());
    }

    @Test
    void addsUnderANumberThatNobodyElseHasTaken() {
        assertThat(sequence().last()).isEmpty();
        assertThat(sequence().appendAt(0, bytes("a"))).isTrue();
        assertThat(sequence().appendAt(0, bytes("b"))).isFalse();
        assertThat(sequence().get(0))
                .hasValueSatisfying(mark -> assertThat(mark).isEqualTo(bytes("a")));
        assertThat(sequence().get(1)).isEmpty();
    }

    @Test
    void goesOnNumberingWhenWhatIsOldWasRemoved() {
        MarkSequence sequence = sequence();
        for (int i = 0; i < 12; i++) {
            sequence.append(bytes("entry " + i));
        }
        for (int i = 0; i < 11; i++) {
            sequence.remove(i);
        }

        assertThat(sequence.numbers()).containsExactly(11L);
        assertThat(sequence.append(bytes("next"))).isEqualTo(12);
        assertThat(sequence.last()).hasValue(12);
    }
}
