package io.flowsweep.sweep.wandb;

import io.flowsweep.sweep.hocon.HoconWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The metric of a sweep.
 *
 * @param name as it is logged: {@code val/loss}
 * @param goal {@code minimize} or {@code maximize}
 */
record Metric(String name, String goal) {

    private static final Pattern BREAK = Pattern.compile("[^A-Za-z0-9]+([A-Za-z0-9]?)");

    /** Its lines in a sweep file. */
    void write(HoconWriter file, String source) {
        file.line("metrics { " + HoconWriter.key(name) + " { " + source + ", goal = " + goal + " } }");
        file.line("objective = " + HoconWriter.value(name));
    }

    /** The artifact of a flow that may have this name: in Java {@code valLoss}, in Python {@code val_loss}. */
    String artifact(String flow) {
        if (flow.endsWith(".py")) {
            return name.replaceAll("[^A-Za-z0-9_]+", "_");
        }
        String joined = BREAK.matcher(name).replaceAll(end -> end.group(1).toUpperCase(Locale.ROOT));
        String lower =
                joined.isEmpty() ? "metric" : joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
        return SourceVersion.isName(lower) ? lower : "metric" + joined;
    }
}
