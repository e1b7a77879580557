package io.flowsweep.sweep.engine.result;

import java.util.HashSet;
import java.util.Set;

/**
 * The causes of warnings that were told. Warnings of several runs that differ only in the line that is shown for an example have one
 * cause. Confined to one thread at a time.
 */
public final class ToldCauses {

    private final Set<String> causes = new HashSet<>();

    /** Whether its cause was not told before; now it is. */
    public boolean isNew(String warning) {
        int example = warning.indexOf(Misprinted.PRINTED);
        return causes.add(example < 0 ? warning : warning.substring(0, example));
    }
}
