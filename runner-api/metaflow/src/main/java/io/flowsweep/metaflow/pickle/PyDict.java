package io.flowsweep.metaflow.pickle;

import java.util.ArrayList;
import java.util.List;

/** A dict as a pickle builds it: keys and values in turn. Keys are not compared, as a hostile choice of them costs nothing so. */
final class PyDict {

    private final List<Object> items = new ArrayList<>();

    /** @param more keys and values in turn */
    void put(List<Object> more) {
        if (more.size() % 2 != 0) {
            throw PickleReader.malformed("a key lacks its value");
        }
        items.addAll(more);
    }

    int size() {
        return items.size() / 2;
    }

    Object key(int i) {
        return items.get(2 * i);
    }

    Object value(int i) {
        return items.get(2 * i + 1);
    }
}
