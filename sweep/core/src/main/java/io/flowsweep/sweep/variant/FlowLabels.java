package io.flowsweep.sweep.variant;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people read of flows that are named by their files: as much of the end of each path as tells it from the others. */
public final class FlowLabels {

    /** The path of the axis whose values are flows, and the name of its column. */
    public static final String AXIS = "flow";

    private FlowLabels() {}

    /** The labels by the values; of what is no path, the value itself. */
    public static Map<String, String> of(Collection<String> values) {
        Set<String> distinct = new HashSet<>(values);
        Map<String, String> labels = new HashMap<>();
        for (String value : distinct) {
            labels.put(value, label(value, distinct));
        }
        return labels;
    }

    private static String label(String value, Set<String> all) {
        List<String> names = List.of(value.split("/"));
        for (int from = names.size() - 1; from > 0; from--) {
            String end = String.join("/", names.subList(from, names.size()));
            if (all.stream()
                            .filter(other -> other.equals(end) || other.endsWith("/" + end))
                            .count()
                    == 1) {
                return end;
            }
        }
        return value;
    }
}
