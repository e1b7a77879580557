package io.flowsweep.sweep.file.resolve;

import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.Setting;
import io.flowsweep.sweep.variant.Variant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of a config with a {@code ${…}} that was meant to be replaced and is not, as HOCON replaces nothing within quotes: those that
 * name a value of the config.
 */
final class QuotedNames {

    private static final Pattern NAME = Pattern.compile("\\$\\{\\??([^{}\"]+)\\}");

    private QuotedNames() {}

    /** A sentence for each such text of a variant. */
    static List<String> of(Variants variants, Variant variant) {
        List<Setting> settings = variants.settings(variant);
        Set<String> known = new LinkedHashSet<>();
        for (Setting setting : settings) {
            known.add(setting.path());
            known.add(Axis.relativePath(setting.path()));
        }
        return settings.stream()
                .filter(setting -> Axis.isConfig(Axis.root(setting.path())))
                .filter(setting -> setting.value() instanceof String text && names(text, known))
                .map(setting -> setting.where() + ": " + setting.path() + " is the text " + setting.value()
                        + ": within quotes no ${…} of a config is replaced. Write it without quotes.")
                .toList();
    }

    private static boolean names(String text, Set<String> known) {
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            if (known.contains(name.group(1))) {
                return true;
            }
        }
        return false;
    }
}
