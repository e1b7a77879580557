package io.flowsweep.flow.card;

import java.util.Objects;
import java.util.Optional;

/**
 * How far something has come.
 *
 * @param done how much is done; below 0 and above {@code total} it is drawn as none and all of it
 * @param total how much there is to do, above 0
 * @param label what is being done
 * @param unit of both numbers, for instance {@code epochs}
 */
public record Progress(double done, double total, Optional<String> label, Optional<String> unit) implements CardPart {

    /** @throws IllegalArgumentException when {@code done} is not finite, or {@code total} neither finite nor above 0 */
    public Progress {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(unit, "unit");
        if (!Double.isFinite(done) || !Double.isFinite(total) || total <= 0) {
            throw new IllegalArgumentException(
                    "done must be finite and total above 0, but got done=" + done + ", total=" + total);
        }
    }

    public static Progress of(double done, double total) {
        return new Progress(done, total, Optional.empty(), Optional.empty());
    }

    public Progress label(String text) {
        return new Progress(done, total, Optional.of(text), unit);
    }

    public Progress unit(String text) {
        return new Progress(done, total, label, Optional.of(text));
    }

    /** From 0 to 1, both inclusive. */
    public double fraction() {
        return Math.max(0, Math.min(1, done / total));
    }
}
