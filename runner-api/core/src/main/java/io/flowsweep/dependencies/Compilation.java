package io.flowsweep.dependencies;

import com.sun.source.util.JavacTask;
import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import javax.lang.model.element.Element;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * One run of the compiler over the sources of a flow.
 *
 * @param mainClass the binary name of the flow's class
 * @param classes the class files by their name in a jar
 */
record Compilation(String mainClass, SortedMap<String, byte[]> classes) {

    /** Strings are put together in place, which starts faster than what is linked at run time. */
    private static final List<String> OPTIONS = List.of(
            "-proc:none",
            "-parameters",
            "-g",
            "-Xlint:none",
            "-implicit:none",
            "-encoding",
            "UTF-8",
            "-XDstringConcat=inline");

    /** Without a word for the compiler's own version, whose library need not be looked up in its list of old ones. */
    private static List<String> options(int release) {
        if (release == Runtime.version().feature()) {
            return OPTIONS;
        }
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("--release", Integer.toString(release)));
        return options;
    }

    /**
     * @param release at most that of the compiler
     * @throws InvalidInputException when the source does not compile, or does not hold exactly one flow
     */
    static Compilation of(Sources sources, JavaCompiler compiler, List<Path> classPath, int release) {
        List<JavaFileObject> units = sources.files().stream()
                .map(file -> MemoryFiles.source(file.path(), file.text()))
                .toList();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (MemoryFiles files =
                new MemoryFiles(compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8))) {
            files.readFrom(StandardLocation.CLASS_PATH, classPath);
            files.readFrom(StandardLocation.SOURCE_PATH, List.of());
            JavacTask task =
                    (JavacTask) compiler.getTask(new StringWriter(), files, diagnostics, options(release), null, units);
            task.parse();
            CompileErrors.check(sources, diagnostics.getDiagnostics());
            Iterable<? extends Element> analyzed = task.analyze();
            CompileErrors.check(sources, diagnostics.getDiagnostics());
            String mainClass = FlowFinder.find(sources, task, analyzed);
            task.generate();
            CompileErrors.check(sources, diagnostics.getDiagnostics());
            return new Compilation(mainClass, files.classes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
