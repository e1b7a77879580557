package io.flowsweep.cli.graph;

import io.flowsweep.plan.RulesPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a step's decorators say, in the words in which they are written. */
final class Decorators {

    private Decorators() {}

    /** One short text for each, for instance {@code retry 2×}. */
    public static List<String> of(RulesPlan rules) {
        List<String> texts = new ArrayList<>();
        if (rules.retries() > 0) {
            texts.add("retry " + rules.retries() + "×"
                    + (rules.retryDelay().isZero() ? "" : " after " + text(rules.retryDelay())));
        }
        rules.timeout().ifPresent(limit -> texts.add("timeout " + text(limit)));
        if (rules.caught()) {
            texts.add("catch" + rules.catchArtifact().map(" → "::concat).orElse(""));
        }
        if (!rules.environment().isEmpty()) {
            texts.add("environment " + String.join(", ", rules.environment().keySet()));
        }
        return texts;
    }

    /** {@code PT1M30S} as {@code 1m 30s}. */
    private static String text(Duration duration) {
        return duration.toString()
                .substring(2)
                .replaceAll("([HM])(?=\\d)", "$1 ")
                .toLowerCase(Locale.ROOT);
    }
}
