package io.flowsweep.executor.process;

import io.flowsweep.events.JvmSettings;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.Executor;
import io.flowsweep.executor.ExecutorProvider;
import io.flowsweep.executor.HostExit;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.LivingHosts;
import io.flowsweep.executor.limits.Limits;
import io.flowsweep.plan.EnvironmentInputs;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.Stores;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Starts each host as a JVM of its own, which dies with this one. */
public final class ProcessExecutor implements Executor {

    private final LivingHosts living = new LivingHosts();

    /** Finds it by name. */
    public static final class Provider implements ExecutorProvider {

        @Override
        public String name() {
            return "process";
        }

        @Override
        public Executor create() {
            return new ProcessExecutor();
        }
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.WARM));
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
        Store store = Stores.open(spec.store());
        Path output = store.localLog(StoreLayout.hostOutput(spec.run(), spec.host()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the process executor needs a store on files, but got " + spec.store()));
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(spec))
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(EnvironmentInputs::isInput);
        builder.environment().putAll(spec.environment());
        builder.environment().put(Strays.VARIABLE, spec.key());
        spec.workingDirectory().ifPresent(folder -> builder.directory(folder.toFile()));
        try {
            ProcessHost host = new ProcessHost(
                    spec.key(), Limits.ofThisMachine().start(builder, spec.resources()), new HostOutput(output));
            return living.keep(host);
        } catch (IOException e) {
            return new NeverStarted(
                    spec.key(), HostExit.failed("host", "the JVM could not be started: " + e.getMessage()));
        }
    }

    /** A host that the operating system refused to start. */
    private record NeverStarted(String key, HostExit reason) implements HostHandle {

        @Override
        public CompletableFuture<HostExit> exit() {
            return CompletableFuture.completedFuture(reason);
        }

        @Override
        public void terminate() {
            // nothing was started
        }
    }
}
