package io.flowsweep.executor.worker;

import io.flowsweep.events.JvmSettings;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.Executor;
import io.flowsweep.executor.ExecutorProvider;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.LivingHosts;
import io.flowsweep.executor.process.JavaCommand;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.Stores;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
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
public final class WorkerExecutor implements Executor {

    private final LivingHosts living = new LivingHosts();
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
    public List<HostHandle> launch(List<HostSpec> specs) {
        return specs.stream().map(this::launch).toList();
    }

    @Override
    public Optional<HostHandle> find(String key) {
        return living.find(key);
    }

    private HostHandle launch(HostSpec spec) {
        Path output = Stores.open(spec.store())
                .localLog(StoreLayout.hostOutput(spec.run(), spec.host()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the worker executor needs a store on files, but got " + spec.store()));
        WorkerHost host = new WorkerHost(spec, output, pool);
        living.keep(host);
        host.start();
        return host;
    }
}
