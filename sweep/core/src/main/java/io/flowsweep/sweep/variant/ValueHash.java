package io.flowsweep.sweep.variant;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.codec.Sha256;
import java.util.List;
import java.util.Map;

/**
 * SHA-256 of a plain value. Equal values have equal hashes on every machine and Java version: keys are sorted, numbers are
 * canonical, and doubles enter by their bits.
 */
public final class ValueHash {

    private final StringBuilder form = new StringBuilder();

    private ValueHash() {}

    /** 64 hexadecimal digits. */
    public static String of(Object plain) {
        ValueHash hash = new ValueHash();
        hash.append(PlainValues.canonical(plain));
        return Sha256.of(hash.form.toString());
    }

    /** Writes a form that no two values share: each text and container begins with its length. */
    private void append(Object canonical) {
        if (canonical instanceof Map<?, ?> map) {
            form.append('{').append(map.size()).append(':');
            map.forEach((key, value) -> {
                append(key);
                append(value);
            });
        } else if (canonical instanceof List<?> items) {
            form.append('[').append(items.size()).append(':');
            items.forEach(this::append);
        } else if (canonical instanceof String text) {
            form.append('"').append(text.length()).append(':').append(text);
        } else if (canonical instanceof Double number) {
            form.append('d').append(Long.toHexString(Double.doubleToLongBits(number)));
        } else {
            form.append(canonical instanceof Long ? 'i' : 'w').append(canonical);
        }
        form.append(';');
    }
}
