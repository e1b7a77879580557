package io.flowsweep.cli.output;

import io.flowsweep.sweep.events.SweepEvent.Found;
import java.util.ArrayList;
import java.util.List;

/** What a sweep has on record when it is begun, on one line. */
public final class FoundText {

    private FoundText() {}

    /**
     * {@code 12 new · 33 reused · 2 stale (code: Digits.java) · 1 detached}.
     *
     * @param open whether there may be more
     */
    public static String of(Found found, boolean open) {
        List<String> parts =
                new ArrayList<>(List.of((open ? "≥ " : "") + found.fresh() + " new", found.reused() + " reused"));
        if (found.failed() > 0) {
            parts.add(found.failed() + " failed before");
        }
        if (found.stale() > 0) {
            parts.add(found.stale() + " stale"
                    + found.staleBecause().map(why -> " (" + why + ")").orElse(""));
        }
        if (found.detached() > 0) {
            parts.add(found.detached() + " detached");
        }
        return String.join(" · ", parts);
    }
}
