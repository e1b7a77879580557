package io.flowsweep.executor.process;

import io.flowsweep.executor.HostExit;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.guard.Strays;
import io.flowsweep.executor.jvm.ExitReason;
import io.flowsweep.executor.jvm.HostOutput;
import io.flowsweep.executor.limits.LimitedProcess;
import io.flowsweep.os.ProcessTree;
import java.util.concurrent.CompletableFuture;

/** A host that is a process, a child of this one: it watches for the end of its parent. */
final class ProcessHost implements HostHandle {

    private final String key;
    private final LimitedProcess limited;
    private final CompletableFuture<HostExit> exit;

    ProcessHost(String key, LimitedProcess limited, HostOutput output) {
        this.key = key;
        this.limited = limited;
        this.exit = limited.exit().thenApply(code -> ended(code, output));
    }

    private HostExit ended(int code, HostOutput output) {
        HostExit reason = ExitReason.of(limited, code, output.tail());
        if (reason.failure().isPresent()) {
            Strays.end(key);
        }
        output.endLastLine();
        return reason;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public CompletableFuture<HostExit> exit() {
        return exit;
    }

    @Override
    public void terminate() {
        ProcessTree.kill(limited.process().toHandle());
        exit.join();
    }
}
