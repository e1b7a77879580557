package io.flowsweep.sweep.engine.past;

import io.flowsweep.events.PythonSettings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What differs between the Pythons of two runs, for people. */
final class PythonDifference {

    private static final Pattern PACKAGE = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)\\s*(?:==\\s*)?(.*)");

    private PythonDifference() {}

    /** {@code packages: numpy 1.26.4→2.1.3}; empty when they ask for the same. */
    static String between(Optional<PythonSettings> before, Optional<PythonSettings> now) {
        String text = ConfigDifference.between(
                before.map(PythonDifference::byName).orElse(Map.of()),
                now.map(PythonDifference::byName).orElse(Map.of()),
                Set.of());
        return text.isEmpty() ? "" : "packages: " + text;
    }

    private static Map<String, Object> byName(PythonSettings settings) {
        PythonSettings kept = settings.kept();
        Map<String, Object> byName = new TreeMap<>();
        kept.python().ifPresent(version -> byName.put("python", version));
        kept.requirements().forEach(line -> {
            Matcher named = PACKAGE.matcher(line);
            if (named.matches()) {
                byName.put(named.group(1), named.group(2));
            } else {
                byName.put(line, "");
            }
        });
        kept.constraints().forEach(line -> byName.put("constraint " + line, ""));
        kept.local().forEach((line, content) -> byName.put(line, content.substring(0, 7)));
        return byName;
    }
}
