package io.flowsweep.sweep.live;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.codec.Secrets;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.Sweep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the config of a variant says otherwise than the base config of the sweep, read from the files as they were when it began. */
final class BaseDifference {

    private final RecordedSweep recorded;
    private boolean looked;
    private Optional<Sweep> sweep = Optional.empty();

    BaseDifference(RecordedSweep recorded) {
        this.recorded = recorded;
    }

    /** One entry for each value: its path, what the base says and what the variant has; empty when the files were not kept. */
    synchronized List<Object> of(long variant) {
        try {
            return sweep().map(s -> s.fromBase(variant)).orElse(Map.of()).entrySet().stream()
                    .<Object>map(entry -> entry(entry.getKey(), entry.getValue()))
                    .toList();
        } catch (FlowSweepException e) {
            return List.of();
        }
    }

    /** Read once, and not again when that fails. */
    private Optional<Sweep> sweep() {
        if (!looked) {
            looked = true;
            sweep = Optional.of(recorded.sweep());
        }
        return sweep;
    }

    private static Map<String, Object> entry(String path, List<Object> pair) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", path);
        entry.put("base", text(path, pair.get(0)));
        entry.put("value", text(path, pair.get(1)));
        return entry;
    }

    private static String text(String path, Object value) {
        return value == null ? "" : PlainValues.text(Secrets.masked(path, value));
    }
}
