package io.flowsweep.executor.worker;

import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.jvm.JavaCommand;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a worker was started with and for. Runs of one kind may share a worker.
 *
 * @param libraries of the flow: two versions of one library each keep to their class loader, but their native code does not
 */
record WorkerKind(
        HostResources resources,
        List<String> command,
        Map<String, String> environment,
        Optional<Path> workingDirectory,
        List<LockedJar> libraries) {

    static WorkerKind of(HostSpec spec) {
        return new WorkerKind(
                spec.resources(),
                JavaCommand.ofWorker(spec),
                spec.environment(),
                spec.workingDirectory(),
                spec.request().plan().dependencies().map(DependencyPlan::lock).orElse(List.of()));
    }
}
