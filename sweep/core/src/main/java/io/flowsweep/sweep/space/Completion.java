package io.flowsweep.sweep.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Points as they are compared: with the base's value for every axis that they say nothing of, as far as that is known.
 *
 * @param base axis path to the value that points have which say nothing of it
 */
public record Completion(List<Axis> axes, Map<String, Object> base) {

    public Map<String, Object> of(Map<String, Object> point) {
        Map<String, Object> complete = new LinkedHashMap<>();
        for (Axis axis : axes) {
            if (point.containsKey(axis.path()) || base.containsKey(axis.path())) {
                complete.put(axis.path(), point.getOrDefault(axis.path(), base.get(axis.path())));
            }
        }
        return complete;
    }
}
