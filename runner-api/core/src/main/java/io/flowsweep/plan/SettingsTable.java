package io.flowsweep.plan;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.codec.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every value of a plan's configs and parameters with its place, for people; secrets masked. */
public final class SettingsTable {

    private static final int LONGEST_VALUE = 80;

    private record Row(String path, String value, String place) {}

    private final List<String> exclude;
    private final List<Row> rows = new ArrayList<>();

    private SettingsTable(List<String> exclude) {
        this.exclude = exclude;
    }

    /**
     * The lines of the table.
     *
     * @param exclude paths that are left out with all that is below them: {@code config.paths}, {@code seconds}
     */
    public static List<String> of(FlowPlan plan, List<String> exclude) {
        SettingsTable table = new SettingsTable(exclude);
        for (ConfigPlan config : plan.configs()) {
            if (config.isGiven()) {
                table.add(config.name(), "", config.content(), config, config.source());
            } else {
                table.row(config.name(), "", "not given");
            }
        }
        for (ParameterPlan parameter : plan.parameters()) {
            table.row(parameter.name(), value(parameter), "parameter");
        }
        return table.lines();
    }

    private static Object value(ParameterPlan parameter) {
        Object value = parameter.value().orElse("");
        return parameter.type().equals("Path") && value instanceof Map<?, ?> file
                ? file.get(FileParameters.FILE)
                : value;
    }

    /** @param around the place of what holds the value */
    private void add(String shown, String path, Object value, ConfigPlan config, String around) {
        String place = config.places().getOrDefault(path, around);
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, child) ->
                    add(shown + "." + key, path.isEmpty() ? (String) key : path + "." + key, child, config, place));
        } else if (value instanceof List<?> list && isSpread(path, config)) {
            for (int i = 0; i < list.size(); i++) {
                add(shown + "[" + i + "]", path + ".[" + i + "]", list.get(i), config, place);
            }
        } else {
            row(shown, value, place);
        }
    }

    /** Whether what is in the list is written at several places. */
    private static boolean isSpread(String list, ConfigPlan config) {
        return config.places().keySet().stream().anyMatch(path -> path.startsWith(list + ".["));
    }

    private void row(String path, Object value, String place) {
        if (exclude.stream().noneMatch(e -> (path + ".").startsWith(e + "."))) {
            String text = PlainValues.text(Secrets.masked(path, value)).replace("\n", "\\n");
            rows.add(new Row(
                    path, text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text, place));
        }
    }

    private List<String> lines() {
        int paths = rows.stream().mapToInt(r -> r.path.length()).max().orElse(0);
        int values = rows.stream().mapToInt(r -> r.value.length()).max().orElse(0);
        return rows.stream()
                .map(r -> pad(r.path, paths) + "  " + pad(r.value, values) + "  " + r.place)
                .toList();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
