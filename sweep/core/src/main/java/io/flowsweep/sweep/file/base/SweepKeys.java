package io.flowsweep.sweep.file.base;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What to write for keys that other tools have, or that belong into a block. */
    public static final Map<String, String> ELSEWHERE = elsewhere();

    private SweepKeys() {}

    private static Map<String, String> elsewhere() {
        Map<String, String> cures = new HashMap<>();
        RunReader.KEYS.forEach(key -> cures.put(key, "Write it in run { " + key + " … }."));
        String axes = "What varies stands in grid { lr = [0.1, 0.2] }, or is drawn by sample { n = 20, axes { … } }.";
        for (String space : List.of("parameters", "search_space", "hyperparameters", "sweep", "sweeper", "axes")) {
            cures.put(space, axes);
        }
        cures.put(
                "method",
                "Draw points with sample { method = random, n = 20, axes { … } }; all of them are grid { … }.");
        cures.put("metric", "Write metrics { NAME { artifact = NAME, goal = maximize } } and objective = NAME.");
        cures.put("goal", "Write it with the metric: metrics { NAME { artifact = NAME, goal = maximize } }.");
        cures.put("n_trials", "Write sample { n = 20, axes { … } }, or limit = 20.");
        cures.put("num_samples", "Write sample { n = 20, axes { … } }, or limit = 20.");
        cures.put("program", "Write flow { command = [python3, train.py, \"${args}\"] }.");
        cures.put("command", "Write flow { command = [python3, train.py, \"${args}\"] }.");
        cures.put("resources", "Write it in run { resources { cpu = 2, memory = 4GB } }.");
        cures.put("constraints", "Write where = \"lr * batch <= 2\".");
        cures.put("filter", "Write where = \"lr * batch <= 2\".");
        cures.put(
                "defaults",
                "Write config { include \"base.conf\" }, and grid { net { group = \"net/*.conf\" } } for a group.");
        cures.put("env", "Write environment { NAME = value }.");
        return Map.copyOf(cures);
    }
}
