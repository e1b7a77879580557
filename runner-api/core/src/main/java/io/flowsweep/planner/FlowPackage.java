package io.flowsweep.planner;

import io.flowsweep.plan.FlowPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The code of a flow, as a host gets it.
 *
 * @param digest equal digests mean equal code
 * @param classPath see {@link FlowPlan#classPath}
 * @param sourceFile absent for a class
 */
public record FlowPackage(String digest, List<String> classPath, Optional<Path> sourceFile) {

    /** The folder against which default files are resolved. */
    Path folder() {
        return sourceFile.map(Path::getParent).orElseGet(() -> Path.of("").toAbsolutePath());
    }
}
