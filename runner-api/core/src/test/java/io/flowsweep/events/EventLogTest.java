package io.flowsweep.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.store.FileStore;
import io.flowsweep.store.LogSlice;
import io.flowsweep.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With parts of 40 bytes, of which 100 are kept; a line takes 10. */
class EventLogTest {

    @TempDir
    Path folder;

    private Store store;
    private EventLog log;
    private long end;

    @BeforeEach
    void open() {
        store = FileStore.open(folder);
        log = new EventLog(store, 40, 100);
    }

    private void append(int from, int to) {
        IntStream.range(from, to).forEach(i -> {
            log.append(List.of(line(i)), end);
            end = log.read(end).next();
        });
    }

    private static String line(int number) {
        return "line %04d".formatted(number);
    }

    private List<String> from(long position) {
        List<String> lines = new ArrayList<>();
        LogSlice slice = log.read(position);
        while (!slice.lines().isEmpty()) {
            lines.addAll(slice.lines());
            slice = log.read(slice.next());
        }
        assertThat(slice.next()).isEqualTo(Math.max(position, end));
        return lines;
    }

    @Test
    void isOneLogWhateverItsParts() {
        append(0, 10);

        assertThat(store.list("events")).containsExactly("log.40.jsonl", "log.80.jsonl", "log.jsonl");
        assertThat(from(0)).hasSize(10).startsWith(line(0)).endsWith(line(9));
        assertThat(from(40)).startsWith(line(4));
        assertThat(from(50)).startsWith(line(5)).hasSize(5);
        assertThat(from(end)).isEmpty();
    }

    @Test
    void goesOnUnderItsPositionsWhenItsOldestPartsAreRemoved() {
        append(0, 10);

        assertThat(log.prune(end, line -> line.compareTo(line(3)) < 0)).isFalse();
        assertThat(log.prune(end, line -> line.compareTo(line(5)) < 0)).isTrue();
        assertThat(store.list("events")).containsExactly("log.40.jsonl", "log.80.jsonl");
        assertThat(log.prune(end, line -> line.compareTo(line(5)) < 0)).isFalse();
        assertThat(from(0)).hasSize(6).startsWith(line(4));
        assertThat(from(60)).startsWith(line(6));

        append(10, 14);
        assertThat(log.prune(end, line -> true)).isTrue();
        assertThat(from(0)).containsExactly(line(12), line(13));
    }

    @Test
    void holdsNoMoreThanIsToBeKept() {
        append(0, 40);

        log.prune(end, line -> false);

        assertThat(from(0)).hasSize(12).endsWith(line(39));
    }

    @Test
    void keepsWhatIsBehindAPosition() {
        append(0, 40);

        log.prune(60, line -> true);

        assertThat(from(0)).hasSize(36).startsWith(line(4));
    }

    @Test
    void goesOnWhereItEndedWhenAllOfItIsGone() {
        append(0, 10);
        store.delete("events");

        append(10, 12);

        assertThat(store.list("events")).containsExactly("log.100.jsonl");
        assertThat(from(0)).containsExactly(line(10), line(11));
    }
}
