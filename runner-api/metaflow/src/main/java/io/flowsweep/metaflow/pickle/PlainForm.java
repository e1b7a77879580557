package io.flowsweep.metaflow.pickle;

import io.flowsweep.codec.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes out what a pickle has built as plain values. A pickle may name one value any number of times, and itself: how deep and
 * how long the whole becomes is bounded here.
 */
final class PlainForm {

    private static final int DEEPEST = 500;

    /** By how many values and characters the whole may be longer than the pickle. */
    private static final int REPEATED = 1_000_000;

    private int depth;
    private long left;

    PlainForm(int pickleLength) {
        this.left = 2L * pickleLength + REPEATED;
    }

    Object of(Object value) {
        take(1);
        if (value instanceof List<?> || value instanceof PyDict || value instanceof PySet) {
            if (++depth > DEEPEST) {
                throw UnreadablePickleException.of(
                        "its values are nested deeper than " + DEEPEST + ", or one holds itself");
            }
            Object container = container(value);
            depth--;
            return container;
        }
        Object plain = value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value;
        if (plain instanceof String text) {
            take(text.length());
        }
        return plain;
    }

    private void take(int length) {
        left -= length;
        if (left < 0) {
            throw UnreadablePickleException.of(
                    "written out it is far longer than itself: it names the same values again and again");
        }
    }

    private Object container(Object value) {
        if (value instanceof PyDict dict) {
            return object(dict);
        }
        return list(value instanceof PySet set ? set.items() : (List<?>) value);
    }

    private List<Object> list(List<?> items) {
        List<Object> list = new ArrayList<>();
        for (Object item : items) {
            list.add(of(item));
        }
        return list;
    }

    private Map<String, Object> object(PyDict dict) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < dict.size(); i++) {
            object.put(key(dict.key(i)), of(dict.value(i)));
        }
        return object;
    }

    /** As {@code json.dumps} does it. */
    private String key(Object key) {
        if (key instanceof String text) {
            take(text.length());
            return text;
        }
        if (key == null || key instanceof Boolean || key instanceof Number) {
            return key instanceof Double number && !Double.isFinite(number) ? number.toString() : Json.write(key);
        }
        throw UnreadablePickleException.of("it holds a dict with a key that is a "
                + (key instanceof byte[] ? "bytes" : "tuple") + ", which has no JSON form");
    }
}
