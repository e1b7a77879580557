package io.flowsweep.executor.worker;

import io.flowsweep.events.JvmSettings;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.Executor;
import io.flowsweep.executor.ExecutorProvider;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.LocalExecutor;
import io.flowsweep.executor.jvm.JavaCommand;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out each host in a warm JVM: one that has been started with the same resources, options, class path, environment and
 * working directory, and has nothing else to do; else in a new one, which is kept. A run that exits, is terminated, takes too
 * long or dies of memory takes its JVM with it and no other run. After a run its children are ended, what the JDK's setters
 * have changed is set back, and a JVM that still has threads of the run, or more than a quarter of its heap or 256 MiB in use,
 * is replaced.
 *
 * <p>The flow's own classes are loaded afresh for each run. Runs share what the JVM keeps: statics of the JDK, native
 * libraries, the profile of the JIT.
 */
public final class WorkerExecutor extends LocalExecutor {

    private final WorkerPool pool = new WorkerPool();

    /** Finds it by name. */
    public static final class Provider implements ExecutorProvider {

        @Override
        public String name() {
            return "worker";
        }

        @Override
        public Executor create() {
            WorkerExecutor executor = new WorkerExecutor();
            Runtime.getRuntime().addShutdownHook(new Thread(executor.pool::close, "flowsweep-workers"));
            return executor;
        }
    }

    @Override
    public String name() {
        return "worker";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public void check(HostResources resources, Optional<JvmSettings> jvm) {
        JavaCommand.check(resources, jvm);
    }

    @Override
    protected HostHandle start(HostSpec spec) {
        WorkerHost host = new WorkerHost(spec, output(spec), pool);
        host.start();
        return host;
    }
}
