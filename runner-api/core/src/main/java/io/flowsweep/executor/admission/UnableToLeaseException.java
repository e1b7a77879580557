package io.flowsweep.executor.admission;

import io.flowsweep.errors.FlowSweepException;
import java.io.IOException;
import java.nio.file.Path;

/** The lock files that hold the leases cannot be made or locked. */
public final class UnableToLeaseException extends FlowSweepException {

    UnableToLeaseException(Path folder, IOException cause) {
        super(
                "cannot lease processors and memory by lock files in " + folder + ": " + cause.getMessage()
                        + ". Point XDG_RUNTIME_DIR or java.io.tmpdir to a local folder you may write",
                cause);
    }
}
