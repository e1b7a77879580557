package io.flowsweep.codec;

import io.flowsweep.errors.Suggestions;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a plain value that a record type does not read. */
public final class UnusedKeys {

    /**
     * @param path dotted
     * @param suggestion what follows on a sentence about it, for instance {@code ". Did you mean …?"}; may be empty
     */
    public record UnusedKey(String path, String suggestion) {}

    private UnusedKeys() {}

    /** In the order of the value; empty when the type is not a record, or reads everything. */
    public static List<UnusedKey> of(Type type, Object plain) {
        List<UnusedKey> unused = new ArrayList<>();
        collect(type, plain, "", unused);
        return unused;
    }

    private static void collect(Type type, Object plain, String prefix, List<UnusedKey> unused) {
        Class<?> raw = ValueCodec.rawType(type);
        if (raw == Optional.class) {
            collect(ValueCodec.argument(type, 0), plain, prefix, unused);
            return;
        }
        if (plain instanceof List<?> items && Iterable.class.isAssignableFrom(raw)) {
            for (int i = 0; i < items.size(); i++) {
                collect(ValueCodec.argument(type, 0), items.get(i), prefix + "[" + i + "].", unused);
            }
            return;
        }
        if (plain instanceof Map<?, ?> map && raw == Map.class) {
            map.forEach((key, value) -> collect(ValueCodec.argument(type, 1), value, prefix + key + ".", unused));
            return;
        }
        if (!raw.isRecord() || !(plain instanceof Map<?, ?> map)) {
            return;
        }
        List<RecordComponent> components = Records.components(raw);
        Map<String, String> used = new HashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = (String) entry.getKey();
            Optional<RecordComponent> component = components.stream()
                    .filter(c -> KeyStyle.same(c.getName(), key))
                    .findFirst();
            if (component.isEmpty()) {
                unused.add(new UnusedKey(prefix + key, suggestion(key, components)));
                continue;
            }
            String name = component.get().getName();
            String other = map.containsKey(name) ? name : used.computeIfAbsent(name, n -> key);
            if (!other.equals(key)) {
                unused.add(new UnusedKey(prefix + key, ": \"" + other + "\" is the same key"));
            } else {
                collect(component.get().getGenericType(), entry.getValue(), prefix + key + ".", unused);
            }
        }
    }

    private static String suggestion(String key, List<RecordComponent> components) {
        return Suggestions.closest(
                        key, components.stream().map(RecordComponent::getName).toList())
                .map(name -> ". Did you mean \"" + name + "\"?")
                .orElse("");
    }
}
