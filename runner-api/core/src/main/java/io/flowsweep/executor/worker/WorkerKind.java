package io.flowsweep.executor.worker;

import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.process.JavaCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a worker was started with. Runs of one kind may share a worker. */
record WorkerKind(
        HostResources resources,
        List<String> command,
        Map<String, String> environment,
        Optional<Path> workingDirectory) {

    static WorkerKind of(HostSpec spec) {
        return new WorkerKind(
                spec.resources(), JavaCommand.ofWorker(spec), spec.environment(), spec.workingDirectory());
    }
}
