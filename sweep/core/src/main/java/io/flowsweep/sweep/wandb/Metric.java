package io.flowsweep.sweep.wandb;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The metric of a sweep.
 *
 * @param name as it is logged: {@code val/loss}
 * @param goal {@code minimize} or {@code maximize}
 */
record Metric(String name, String goal) {

    private static final Pattern BREAK = Pattern.compile("[^A-Za-z0-9]+([A-Za-z0-9]?)");

    /** A Java name: {@code valLoss}. */
    String artifact() {
        String joined = BREAK.matcher(name).replaceAll(end -> end.group(1).toUpperCase(Locale.ROOT));
        String lower =
                joined.isEmpty() ? "metric" : joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
        boolean name = Character.isJavaIdentifierStart(lower.charAt(0)) && !CommandFlow.RESERVED.contains(lower);
        return name ? lower : "metric" + joined;
    }
}
