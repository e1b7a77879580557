package io.flowsweep.sweep.space;

import io.flowsweep.config.ConfigPaths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Short names for paths: the last segment, longer only where two would be the same. */
public final class AxisNames {

    private AxisNames() {}

    /** The space with each axis called by the shortest name. */
    public static Space named(Space space) {
        List<String> paths = space.axes().stream().map(Axis::path).toList();
        List<String> names = shortest(paths);
        return space.mapAxes(
                axis -> new Axis(axis.path(), names.get(paths.indexOf(axis.path())), axis.domain(), axis.where()));
    }

    /**
     * One name for each path, in the same order; all differ. {@code config.a.lr}, {@code config.b.lr} and
     * {@code config.dim} become {@code a.lr}, {@code b.lr} and {@code dim}.
     *
     * @param paths with their roots, all different
     */
    public static List<String> shortest(List<String> paths) {
        List<List<String>> segments = paths.stream().map(ConfigPaths::split).toList();
        List<String> names = new ArrayList<>(Collections.nCopies(paths.size(), ""));
        int longest = segments.stream().mapToInt(List::size).max().orElse(0);
        for (int length = 1; length <= longest; length++) {
            List<String> before = List.copyOf(names);
            for (int i = 0; i < names.size(); i++) {
                if (before.get(i).isEmpty() || Collections.frequency(before, before.get(i)) > 1) {
                    names.set(i, suffix(segments.get(i), length));
                }
            }
        }
        return List.copyOf(names);
    }

    private static String suffix(List<String> segments, int length) {
        return ConfigPaths.join(segments.subList(Math.max(0, segments.size() - length), segments.size()));
    }
}
