package io.flowsweep.plots.model;

import java.util.List;
import java.util.Optional;

/**
 * What colours stand for.
 *
 * @param label what the entries or the ramp are of: a column's name and unit
 * @param entries one for each series, in order; empty when there is only a ramp
 * @param ramp of marks in {@link Tone.Kind#RAMP}
 */
public record Legend(String label, List<Entry> entries, Optional<Ramp> ramp) {

    public Legend {
        entries = List.copyOf(entries);
    }

    /** What a mark beside a name looks like. */
    public enum Symbol {
        LINE,
        DASHED,
        POINT,
        AREA
    }

    /** One series. */
    public record Entry(String name, Tone tone, Symbol symbol) {}

    /**
     * Numbers as colours.
     *
     * @param low the number at 0
     * @param high the number at 1; may equal {@code low}
     * @param log whether colours follow the logarithm
     */
    public record Ramp(double low, double high, boolean log) {

        /** The tone of a number between low and high. */
        public Tone tone(double value) {
            if (low == high) {
                return Tone.ramp(0.5);
            }
            double place = log
                    ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                    : (value / 2 - low / 2) / (high / 2 - low / 2);
            return Tone.ramp(Math.min(1, Math.max(0, place)));
        }
    }
}
