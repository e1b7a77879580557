package io.flowsweep.runtime.task;

import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.runtime.loading.FlowClassLoader;
import io.flowsweep.runtime.loading.FlowLoaders;
import io.flowsweep.runtime.log.HostLog;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bodies of a run's tasks in this JVM, one for each set of libraries, each with the flow's own classes for itself.
 * Used by one thread.
 */
public final class TaskBodies implements AutoCloseable {

    private final RunRequested run;
    private final ArtifactCodec codec;
    private final HostLog log;
    private final Scratch scratch;
    private final Map<Optional<DependencyPlan>, FlowClassLoader> loaders = new HashMap<>();
    private final Map<Optional<DependencyPlan>, TaskBody> bodies = new HashMap<>();

    /** @param log where the steps put what they report */
    public TaskBodies(RunRequested run, ArtifactCodec codec, HostLog log) {
        this.run = run;
        this.codec = codec;
        this.log = log;
        this.scratch = new Scratch(run.run());
    }

    /** The body with the libraries of the run. */
    public TaskBody own() {
        return with(Optional.empty());
    }

    /**
     * The body with the libraries of a step, or those of the run when it has none of its own.
     *
     * @throws LinkageError when the flow's class cannot be loaded with them
     */
    public TaskBody with(Optional<DependencyPlan> libraries) {
        FlowPlan plan = run.plan();
        Optional<DependencyPlan> wanted = libraries.isPresent() ? libraries : plan.dependencies();
        TaskBody body = bodies.get(wanted);
        if (body == null) {
            FlowClassLoader loader = FlowLoaders.open(plan, wanted, codec.store());
            loaders.put(wanted, loader);
            body = new TaskBody(run, load(loader, plan.flowClass()), codec, scratch, log);
            bodies.put(wanted, body);
        }
        return body;
    }

    private static Class<?> load(FlowClassLoader loader, String flowClass) {
        try {
            return loader.loadClass(flowClass);
        } catch (ClassNotFoundException e) {
            throw new NoClassDefFoundError(flowClass);
        }
    }

    @Override
    public void close() {
        for (FlowClassLoader loader : loaders.values()) {
            loader.close();
        }
        scratch.close();
    }
}
