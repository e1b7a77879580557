package io.flowsweep.executor.process;

import io.flowsweep.events.Failure;
import io.flowsweep.events.JvmSettings;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.Executor;
import io.flowsweep.executor.ExecutorProvider;
import io.flowsweep.executor.HostExit;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.LocalExecutor;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.guard.Strays;
import io.flowsweep.executor.jvm.HostOutput;
import io.flowsweep.executor.jvm.JavaCommand;
import io.flowsweep.executor.limits.ProcessLimits;
import io.flowsweep.os.Redirects;
import io.flowsweep.planner.EnvironmentInputs;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Starts each host as a JVM of its own, which dies with this one. */
public final class ProcessExecutor extends LocalExecutor {

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
    protected HostHandle start(HostSpec spec) {
        Path output = output(spec);
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(spec))
                .redirectInput(Redirects.NO_INPUT)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(EnvironmentInputs::isInput);
        builder.environment().putAll(spec.environment());
        builder.environment().put(Strays.VARIABLE, spec.key());
        builder.environment().put(Admission.WITHIN, spec.key());
        spec.workingDirectory().ifPresent(folder -> builder.directory(folder.toFile()));
        try {
            return new ProcessHost(
                    spec.key(), ProcessLimits.ofThisMachine().start(builder, spec.resources()), new HostOutput(output));
        } catch (IOException e) {
            return new NeverStarted(
                    spec.key(), HostExit.failed(Failure.HOST, "the JVM could not be started: " + e.getMessage()));
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
