package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Legend.Entry;
import io.flowsweep.plots.model.Legend.Symbol;
import io.flowsweep.plots.model.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How runs ended, as colours that mean the same in every chart; whatever else is met gets the colours that are left. */
final class States {

    static final String SUCCEEDED = "succeeded";

    /** Bluish green, vermilion, orange, reddish purple, sky blue, grey. */
    private static final Map<String, Tone> KNOWN = Map.of(
            SUCCEEDED,
            Tone.series(2),
            "failed",
            Tone.series(1),
            "timed out",
            Tone.series(4),
            "lost",
            Tone.series(3),
            "stopped",
            Tone.series(5),
            "running",
            Tone.series(0),
            "skipped",
            Tone.REST);

    private static final List<Integer> FREE = List.of(1, 4, 3, 0, 5, 6);

    private final Map<String, Tone> tones = new LinkedHashMap<>();
    private int used;

    /** @param cell of a column of states; {@code timed_out} is read as it is shown, {@code timed out} */
    static String read(Object cell) {
        return cell == null ? "none" : Field.text(cell).replace('_', ' ');
    }

    void seen(String state) {
        if (!tones.containsKey(state)) {
            tones.put(state, KNOWN.containsKey(state) ? KNOWN.get(state) : next());
        }
    }

    Tone tone(String state) {
        return tones.get(state);
    }

    /** In the order they were met. */
    List<Entry> entries() {
        return tones.entrySet().stream()
                .map(e -> new Entry(e.getKey(), e.getValue(), Symbol.AREA))
                .toList();
    }

    private Tone next() {
        return used < FREE.size() ? Tone.series(FREE.get(used++)) : Tone.REST;
    }
}
