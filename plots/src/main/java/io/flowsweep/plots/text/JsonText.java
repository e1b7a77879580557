package io.flowsweep.plots.text;

import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.model.Mark;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Records, lists, optionals, numbers, enums and texts as JSON. */
final class JsonText {

    private JsonText() {}

    static void write(Object value, StringBuilder text) {
        if (value instanceof String string) {
            quote(string, text);
        } else if (value instanceof Enum<?> constant) {
            quote(constant.name().toLowerCase(Locale.ROOT), text);
        } else if (value instanceof Double number) {
            text.append(Double.isFinite(number) ? Numbers.exact(number) : "null");
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (int i = 0; i < list.size(); i++) {
                text.append(i == 0 ? "" : ",");
                write(list.get(i), text);
            }
            text.append(']');
        } else {
            object((Record) value, text);
        }
    }

    private static void object(Record value, StringBuilder text) {
        text.append('{');
        String comma = "";
        if (value instanceof Mark) {
            text.append("\"mark\":");
            quote(value.getClass().getSimpleName().toLowerCase(Locale.ROOT), text);
            comma = ",";
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = present(part(value, component));
            if (part != null) {
                text.append(comma);
                quote(component.getName(), text);
                text.append(':');
                write(part, text);
                comma = ",";
            }
        }
        text.append('}');
    }

    private static Object present(Object part) {
        if (part instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        return part instanceof OptionalDouble number ? number.isPresent() ? (Object) number.getAsDouble() : null : part;
    }

    private static Object part(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the parts of a model are public", e);
        }
    }

    private static void quote(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c == '<' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
