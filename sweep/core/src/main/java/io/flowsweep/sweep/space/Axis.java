package io.flowsweep.sweep.space;

import io.flowsweep.config.ConfigPaths;

/**
 * One varied path.
 *
 * @param path the path with its root, for instance {@code config.optimizer.learning_rate}
 * @param name the shortest unambiguous name, for columns and charts, for instance {@code learning_rate}
 * @param domain its values
 * @param where {@code file:line} of its declaration; empty when made in code
 */
public record Axis(String path, String name, Domain domain, String where) {

    /** @throws IllegalArgumentException when the path has no root or nothing below it */
    public Axis {
        if (ConfigPaths.split(path).size() < 2) {
            throw new IllegalArgumentException("an axis path is a root and a path below it, got " + path);
        }
    }

    /** The first segment: {@code config} or {@code params}. */
    public String root() {
        return path.substring(0, path.indexOf('.'));
    }

    /** The parameter that is varied: the first segment below the root {@code params}, without quotes. */
    public String parameter() {
        return ConfigPaths.split(path).get(1);
    }

    /** The path below the root, for instance {@code optimizer.learning_rate}. */
    public String relativePath() {
        return path.substring(path.indexOf('.') + 1);
    }
}
