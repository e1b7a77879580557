package io.flowsweep.cli.plan;

import io.flowsweep.cli.input.SweepLoad;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.codec.Secrets;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.spec.Setting;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code flowsweep config}. */
final class ConfigVerb {

    private final ConfigCommand command;
    private final PrintWriter out;

    ConfigVerb(ConfigCommand command) {
        this.command = command;
        this.out = command.spec.commandLine().getOut();
    }

    int call(Optional<String> path) {
        Sweep sweep = SweepLoad.of(command);
        VariantCount count = new VariantCount(sweep, out);
        List<Setting> settings = sweep.settings(count.checked("--index", command.index));
        List<Setting> shown = path.map(p -> below(settings, p)).orElse(settings);
        if (command.json) {
            shown.forEach(setting -> out.print(Json.write(json(setting)) + "\n"));
        } else if (shown.isEmpty()) {
            out.println("The sweep gives its variants no value.");
        } else {
            table(shown);
        }
        out.flush();
        return ExitCodes.SUCCESS;
    }

    private static List<Setting> below(List<Setting> settings, String path) {
        List<Setting> shown = settings.stream()
                .filter(setting -> within(setting.path(), path)
                        || within(setting.path(), "config." + path)
                        || within(setting.path(), "configs." + path))
                .toList();
        if (shown.isEmpty()) {
            List<String> paths = settings.stream()
                    .map(setting -> setting.path().replaceFirst("^configs?\\.", ""))
                    .toList();
            throw new InvalidInputException(
                    "there is no value at \"" + path + "\"", "", Suggestions.didYouMean(path, paths));
        }
        return shown;
    }

    private static boolean within(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + ".");
    }

    private void table(List<Setting> settings) {
        int paths = settings.stream().mapToInt(s -> s.path().length()).max().orElse(0);
        int values = settings.stream().mapToInt(s -> value(s).length()).max().orElse(0);
        for (Setting setting : settings) {
            out.println(pad(setting.path(), paths) + "  " + pad(value(setting), Math.min(values, 60)) + "  "
                    + setting.where());
        }
    }

    private static String value(Setting setting) {
        return PlainValues.text(Secrets.masked(setting.path(), setting.value())).replace("\n", "\\n");
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static Map<String, Object> json(Setting setting) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("path", setting.path());
        line.put("value", Secrets.masked(setting.path(), setting.value()));
        line.put("where", setting.where());
        return line;
    }
}
