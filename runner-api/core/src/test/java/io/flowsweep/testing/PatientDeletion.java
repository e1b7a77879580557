package io.flowsweep.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;

/**
 * Removes the temporary folder of a test again and again until nothing is left of it: a process that the test has started may
 * still write into it at its end. All tests do so, by {@code junit-platform.properties}.
 */
public final class PatientDeletion implements TempDirDeletionStrategy {

    private static final long PAUSE_NANOS = 20_000_000;

    private final TempDirDeletionStrategy once;

    public PatientDeletion() {
        this(Standard.INSTANCE);
    }

    /** @param once one attempt */
    PatientDeletion(TempDirDeletionStrategy once) {
        this.once = once;
    }

    @Override
    public DeletionResult delete(Path folder, AnnotatedElementContext element, ExtensionContext context)
            throws IOException {
        long deadline = System.nanoTime() + Conditions.LIMIT.toNanos();
        DeletionResult result = once.delete(folder, element, context);
        while (!result.isSuccessful() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
            result = once.delete(folder, element, context);
        }
        return result;
    }
}
