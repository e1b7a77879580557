package io.flowsweep.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.flowsweep.errors.InvalidInputException;
import java.util.regex.Pattern;

/** Quotes as text processors set them: in HOCON they quote nothing, and would become a part of the value without a word. */
final class TypographicQuotes {

    private static final Pattern QUOTED = Pattern.compile("[“”„‘’«].*[“”‘’»]", Pattern.DOTALL);

    private TypographicQuotes() {}

    /**
     * @param text of which the value was made; what stands in real quotes there is meant so
     * @throws InvalidInputException with the first value that stands in such quotes
     */
    static void refuse(ConfigValue value, String text) {
        try {
            if (value instanceof ConfigObject object) {
                object.values().forEach(each -> refuse(each, text));
            } else if (value instanceof ConfigList list) {
                list.forEach(each -> refuse(each, text));
            } else if (value.valueType() == ConfigValueType.STRING) {
                refuse(value, (String) value.unwrapped(), text);
            }
        } catch (ConfigException.NotResolved e) {
            // what a substitution makes is looked at where it stands
        }
    }

    private static void refuse(ConfigValue value, String string, String text) {
        if (QUOTED.matcher(string).matches() && !text.contains("\"" + string)) {
            throw new InvalidInputException(
                    "the quotes of " + string + " are typographic ones, which quote nothing",
                    SourcePlaces.of(value.origin()),
                    "Write \"" + string.substring(1, string.length() - 1) + "\" with straight quotes.");
        }
    }
}
