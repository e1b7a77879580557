package io.flowsweep.metaflow.pickle;

import java.util.ArrayList;
import java.util.List;

/** A set as a pickle builds it: Python has seen to it that its items differ. */
final class PySet {

    private final List<Object> items = new ArrayList<>();

    void addAll(List<Object> more) {
        items.addAll(more);
    }

    List<Object> items() {
        return items;
    }
}
