package io.flowsweep.plots.aggregate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the rows that a chart cannot show, by reason, so that none is dropped silently. */
final class Skipped {

    private final Map<String, Integer> rows = new LinkedHashMap<>();

    /** @param reason as in {@code 2 rows without perf} */
    void row(String reason) {
        rows.merge(reason, 1, Integer::sum);
    }

    List<String> texts() {
        return rows.entrySet().stream()
                .map(e -> Caption.count(e.getValue(), "row") + " " + e.getKey())
                .toList();
    }
}
