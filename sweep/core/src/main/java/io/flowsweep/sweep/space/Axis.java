package io.flowsweep.sweep.space;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.space.domain.Domain;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One varied path; as a space, one point for each value.
 *
 * @param path the path with its root, for instance {@code config.optimizer.learning_rate}
 * @param name the shortest unambiguous name, for columns and charts, for instance {@code learning_rate}
 * @param domain its values
 * @param where {@code file:line} of its declaration; empty when made in code
 */
public record Axis(String path, String name, Domain domain, String where) implements Space {

    /** The first segments that a path may have. */
    public static final Set<String> ROOTS =
            Set.of("config", "configs", "params", "run", "jvm", "environment", "flow", "binding");

    private static final String CONFIGS = "configs.";

    /** Roots that are varied themselves and not something below them. */
    private static final Set<String> WHOLE = Set.of("flow", "binding");

    /** @throws IllegalArgumentException when the path has no root or nothing below it */
    public Axis {
        if (relativePath(path).isEmpty() && !WHOLE.contains(path)) {
            throw new IllegalArgumentException("an axis path is a root and a path below it, got " + path);
        }
    }

    /** {@link #root(String)} of its path. */
    public String root() {
        return root(path);
    }

    /** What a path is below: one of {@link #ROOTS}, or {@code configs.NAME} for one of several configs. */
    public static String root(String path) {
        return path.substring(0, rootEnd(path));
    }

    /** Whether a root is a config: {@code config}, or {@code configs.NAME}. */
    public static boolean isConfig(String root) {
        return root.equals("config") || root.startsWith(CONFIGS);
    }

    private static int rootEnd(String path) {
        if (path.startsWith(CONFIGS)) {
            List<String> segments = ConfigPaths.split(path);
            return ConfigPaths.join(segments.subList(0, 2)).length();
        }
        int dot = path.indexOf('.');
        return dot < 0 ? path.length() : dot;
    }

    /** The parameter that is varied: the first segment below the root {@code params}, without quotes. */
    public String parameter() {
        return ConfigPaths.split(path).get(1);
    }

    /** The path below the root, for instance {@code optimizer.learning_rate}; empty for {@code flow}. */
    public String relativePath() {
        return relativePath(path);
    }

    /** The part of a path below its root; empty when there is none. */
    public static String relativePath(String path) {
        int end = rootEnd(path);
        return end == path.length() ? "" : path.substring(end + 1);
    }

    /** The same path with other values. */
    public Axis with(Domain other) {
        return new Axis(path, name, other, where);
    }

    @Override
    public List<Axis> axes() {
        return List.of(this);
    }

    @Override
    public BigInteger size() {
        return BigInteger.valueOf(domain.size());
    }

    @Override
    public Map<String, Object> get(BigInteger index) {
        Indices.check(index, size());
        return Collections.singletonMap(path, domain.get(index.longValue()));
    }

    @Override
    public List<Space> parts() {
        return List.of();
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return rewrite.axis(this);
    }

    @Override
    public String kind() {
        return "axis";
    }
}
