package io.flowsweep.dependencies;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.planner.decorator.DeclaredResources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Tells from a flow's source what its steps ask for. Nothing is compiled, and none of its libraries is needed. */
public final class SourceResources {

    private SourceResources() {}

    /**
     * Reads a source.
     *
     * @param flow a {@code .java} file, or the folder of sources with one flow
     * @return empty when it cannot be told: the flow is no source, the source is wrong, or an attribute is computed
     */
    public static Optional<DeclaredResources> read(Path flow) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean source = flow.toString().endsWith(".java") || Files.isDirectory(flow);
        if (compiler == null || !source) {
            return Optional.empty();
        }
        try {
            return SourceDeclarations.resources(Sources.read(flow, Optional.empty()), compiler);
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }
}
