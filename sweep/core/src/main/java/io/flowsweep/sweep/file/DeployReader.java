package io.flowsweep.sweep.file;

import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.text.FileNames;
import io.flowsweep.sweep.file.text.FlowPaths;
import io.flowsweep.sweep.file.text.ProblemList;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.spec.DeployPolicy;
import io.flowsweep.sweep.spec.DeployPolicy.Companion;
import io.flowsweep.sweep.spec.DeployPolicy.Keep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code deploy { keep = all | best | none, also = [ { flow, config, params, trigger_at_end } ] }}. */
final class DeployReader {

    private static final Set<String> KEYS = Set.of("keep", "also");
    private static final Set<String> COMPANION = Set.of("flow", "config", "params", "trigger_at_end");

    private final FileNames names;
    private final ProblemList problems;

    DeployReader(FileNames names, ProblemList problems) {
        this.names = names;
        this.problems = problems;
    }

    /**
     * @param section with values for {@code ${…}} to try it with
     * @param templates the same block with {@code ${…}} as they are written
     */
    DeployPolicy read(Section section, Map<String, Object> templates, Optional<String> objective) {
        section.allow(KEYS, Set.of());
        Keep keep = section.word("keep", Keep.class).orElse(Keep.NONE);
        if (keep == Keep.BEST && objective.isEmpty()) {
            problems.add(
                    section.where("keep"),
                    "\"deploy.keep\" is best, but the sweep has no objective",
                    "Name the metric that says which variant is best: objective = …");
        }
        return new DeployPolicy(keep, companions(section, templates.get("also")));
    }

    private List<Companion> companions(Section section, Object also) {
        if (also == null) {
            return List.of();
        }
        if (!(also instanceof List<?> list)) {
            section.wrong("also", "a list of objects { flow, config, … }", also);
            return List.of();
        }
        List<Companion> companions = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof Map<?, ?> map) {
                companion(words(map), section).ifPresent(companions::add);
            } else {
                section.wrong("also", "a list of objects { flow, config, … }", also);
            }
        }
        return companions;
    }

    private Optional<Companion> companion(Map<String, Object> map, Section section) {
        String where = section.where("also");
        for (String key : map.keySet()) {
            if (!COMPANION.contains(key)) {
                problems.add(
                        where,
                        "unknown key \"" + key + "\" in \"deploy.also\"",
                        Suggestions.didYouMean(key, COMPANION));
            }
        }
        if (!(map.get("flow") instanceof String named)) {
            problems.add(where, "what is in \"deploy.also\" names no flow", "Add flow = path/to/Flow.java.");
            return Optional.empty();
        }
        Optional<Path> flow = problems.attempt(() -> FlowPaths.find(names, names.fromSweepFile(named, where), where));
        Object atEnd = map.getOrDefault("trigger_at_end", false);
        if (!(atEnd instanceof Boolean)) {
            problems.add(where, "\"trigger_at_end\" must be true or false, but is " + PlainValues.text(atEnd), "");
        }
        Map<String, Object> config = object(map, "config", where);
        Map<String, Object> params = object(map, "params", where);
        return flow.map(path -> new Companion(path, config, params, Boolean.TRUE.equals(atEnd), where));
    }

    private Map<String, Object> object(Map<String, Object> map, String key, String where) {
        Object value = map.getOrDefault(key, Map.of());
        if (value instanceof Map<?, ?> object) {
            return PlainValues.canonicalMap(object);
        }
        problems.add(
                where, "\"" + key + "\" in \"deploy.also\" must be an object, but is " + PlainValues.text(value), "");
        return Map.of();
    }

    /** With the keys of our own in snake case. */
    private static Map<String, Object> words(Map<?, ?> map) {
        Map<String, Object> words = new LinkedHashMap<>();
        map.forEach((key, value) -> words.put(KeyStyle.canonical((String) key), value));
        return words;
    }
}
