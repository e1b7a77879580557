package io.flowsweep.sweep.script;

import io.flowsweep.sweep.hocon.HoconWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Of the names that a script prints before values, those of metrics. */
final class PrintedMetrics {

    private static final int MOST = 6;

    private static final Pattern METRIC = Pattern.compile(
            "acc|loss|err|score|f1|auc|mse|mae|bleu|rouge|ppl|perplex|precision|recall|reward|return|iou|dice|r2|top1|top5");
    private static final Pattern LESS_IS_BETTER = Pattern.compile("loss|err|mse|mae|ppl|perplex");
    private static final Pattern HELD_OUT = Pattern.compile("val|test|eval|dev");

    private final List<String> names;
    private final Map<String, String> printed;

    /** @param printed names with how a metric reads them */
    PrintedMetrics(Map<String, String> printed, List<String> arguments) {
        this.printed = printed;
        this.names = printed.keySet().stream()
                .filter(name -> METRIC.matcher(name.toLowerCase(Locale.ROOT)).find())
                .filter(name -> !arguments.contains(name))
                .limit(MOST)
                .toList();
    }

    /** The names, in the order in which they are printed. */
    List<String> names() {
        return names;
    }

    /** Its line in {@code metrics { }}. */
    String line(String name) {
        return HoconWriter.key(name) + " { " + printed.getOrDefault(name, "stdout") + " = " + HoconWriter.value(name)
                + ", goal = " + goal(name) + " }";
    }

    private static String goal(String name) {
        return LESS_IS_BETTER.matcher(name.toLowerCase(Locale.ROOT)).find() ? "minimize" : "maximize";
    }

    /** The one that tells most: measured on data that was held out, and growing. */
    Optional<String> objective() {
        return names.stream().max((a, b) -> Integer.compare(rank(a), rank(b)));
    }

    private static int rank(String name) {
        boolean heldOut = HELD_OUT.matcher(name.toLowerCase(Locale.ROOT)).find();
        return (heldOut ? 2 : 0) + (goal(name).equals("maximize") ? 1 : 0);
    }
}
