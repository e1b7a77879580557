package io.flowsweep.sweep.space;

import java.util.Map;
import java.util.Set;

/** What the names of a condition mean besides the axes. */
public interface PointScope {

    /** Nothing but the points. */
    PointScope NONE = new PointScope() {
        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public boolean constant(String name) {
            return false;
        }

        @Override
        public Map<String, Object> roots(Map<String, Object> point) {
            return NestedPoint.of(point);
        }
    };

    /** Names that can be written, as far as known; those with a dash are told from a subtraction by it. */
    Set<String> names();

    /** Whether a name means the same for every point. */
    boolean constant(String name);

    /** Plain values by root, {@code config}, {@code params} and others, for a point. */
    Map<String, Object> roots(Map<String, Object> point);
}
