package io.flowsweep.sweep.file.base;

import java.util.Set;

/** What may stand at the top of a sweep file. */
public final class SweepKeys {

    public static final Set<String> ALL = Set.of(
            "name",
            "extends",
            "flow",
            "config",
            "configs",
            "params",
            "bind",
            "let",
            "jvm",
            "environment",
            "grid",
            "space",
            "sample",
            "bindings",
            "where",
            "derive",
            "shuffle",
            "skip",
            "limit",
            "repeats",
            "metrics",
            "objective",
            "baseline",
            "charts",
            "tags",
            "run",
            "deploy");

    private SweepKeys() {}
}
