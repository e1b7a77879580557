package io.flowsweep.metaflow.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A class of a Python file, as far as it may be a flow or a part of one. */
final class FlowClass {

    final String name;
    final int line;

    /** As they are written; {@code metaflow.FlowSpec} for that class, by whatever name the file knows it. */
    final List<String> bases;

    final List<Declared> declared = new ArrayList<>();
    final Map<String, DeclaredStep> steps = new LinkedHashMap<>();

    /** The name that {@code @project} gives, if it is written there. */
    Optional<String> project = Optional.empty();

    /** What starts it once it is deployed, as decorators of ours; see {@link StartDecorators}. */
    final List<String> starts = new ArrayList<>();

    /** Decorators of which it is not written plainly what starts it. */
    final List<String> unread = new ArrayList<>();

    /** Whether something may declare more than is written. */
    boolean open;

    FlowClass(String name, int line, List<String> bases) {
        this.name = name;
        this.line = line;
        this.bases = bases;
    }
}
