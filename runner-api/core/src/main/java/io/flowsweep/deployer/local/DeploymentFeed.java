package io.flowsweep.deployer.local;

import io.flowsweep.store.MarkSequence;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which deployments of a store were changed, for who has read them all and wants to know when to read one again. To ask when
 * nothing has changed costs one look. Not thread-safe.
 */
public final class DeploymentFeed {

    /** So many changes are kept. */
    private static final int KEPT = 1000;

    /** To be behind is rare, and to find out reads a mark; so that is done at every so many calls only. */
    private static final int LOOKS = 64;

    private final MarkSequence changes;
    private long seen;
    private int looks;

    /** Follows what is changed from now on. */
    public DeploymentFeed(Store store) {
        this.changes = changes(store);
        this.seen = changes.last().orElse(-1);
    }

    /**
     * The names of the deployments that were created, changed or deleted since the last call; empty when there were so many that
     * all must be read again.
     */
    public Optional<Set<String>> changed() {
        Set<String> names = new LinkedHashSet<>();
        for (Optional<byte[]> mark = changes.get(seen + 1); mark.isPresent(); mark = changes.get(seen + 1)) {
            names.add(new String(mark.get(), StandardCharsets.UTF_8));
            seen++;
        }
        if (names.isEmpty() && ++looks % LOOKS == 0 && isBehind()) {
            seen = changes.last().orElse(-1);
            return Optional.empty();
        }
        return Optional.of(names);
    }

    /** Whether what comes next was removed; looked at only when the next is not there, and then by the first number alone. */
    private boolean isBehind() {
        return changes.get(seen).isEmpty() && changes.last().orElse(-1) > seen;
    }

    static void tell(Store store, String name) {
        MarkSequence changes = changes(store);
        long number = changes.append(name.getBytes(StandardCharsets.UTF_8));
        if (number >= KEPT) {
            changes.remove(number - KEPT);
        }
    }

    private static MarkSequence changes(Store store) {
        return new MarkSequence(store, StoreLayout.localTarget("changes"));
    }
}
