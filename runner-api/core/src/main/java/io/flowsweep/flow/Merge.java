package io.flowsweep.flow;

import java.util.Set;

/** Which artifacts a merge brings in. Immutable. */
public final class Merge {

    private static final Merge ALL = new Merge(Set.of(), false);

    private final Set<String> names;
    private final boolean only;

    private Merge(Set<String> names, boolean only) {
        this.names = names;
        this.only = only;
    }

    /** All of them. */
    public static Merge all() {
        return ALL;
    }

    /** Only these. */
    public static Merge only(String... names) {
        return new Merge(Set.of(names), true);
    }

    /** All but these, which may then differ. */
    public static Merge except(String... names) {
        return new Merge(Set.of(names), false);
    }

    /** Whether an artifact is brought in. */
    public boolean includes(String name) {
        return only == names.contains(name);
    }

    /** The names given. */
    public Set<String> names() {
        return names;
    }
}
