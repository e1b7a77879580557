package io.flowsweep.dependencies;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.planner.config.DeclaredConfig;
import io.flowsweep.planner.decorator.DeclaredFlow;
import io.flowsweep.planner.decorator.DeclaredResources;
import io.flowsweep.planner.decorator.DependencyAttributes.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;

/**
 * Reads from the syntax tree of a flow's source what must be known before it can be compiled: nothing is attributed, so that
 * no library is needed yet. Annotations are known by their simple names; bases of the flow are followed as far as they stand in
 * the same sources.
 */
final class SourceDeclarations {

    private static final String DEPENDENCIES = "Dependencies";
    private static final String RESOURCES = "Resources";

    private final Sources sources;
    private final SourceClasses classes;
    private final SourcePositions positions;
    private final AnnotationTexts texts;

    private SourceDeclarations(Sources sources, JavacTask task) throws IOException {
        this.sources = sources;
        this.classes = new SourceClasses(task.parse());
        this.positions = Trees.instance(task).getSourcePositions();
        this.texts = new AnnotationTexts(classes, this::place);
    }

    /** Whether the sources may ask for libraries at all: costs nothing. */
    static boolean mayAsk(Sources sources) {
        return sources.files().stream().anyMatch(file -> file.text().contains(DEPENDENCIES));
    }

    /**
     * What the flow declares; empty when there is not exactly one flow, which compiling will tell.
     *
     * @throws InvalidInputException when the source cannot be parsed, or an annotation is not written out as text
     */
    static Optional<DeclaredFlow> read(Sources sources, JavaCompiler compiler) {
        SourceDeclarations read = parsed(sources, compiler);
        return read.classes.flow(sources.flow()).map(read::declared);
    }

    /**
     * What its steps ask for in {@code @Resources}; empty as for {@link #read}.
     *
     * @throws InvalidInputException when an annotation is not written out as text
     */
    static Optional<DeclaredResources> resources(Sources sources, JavaCompiler compiler) {
        SourceDeclarations read = parsed(sources, compiler);
        return read.classes.flow(sources.flow()).map(read::resources);
    }

    private static SourceDeclarations parsed(Sources sources, JavaCompiler compiler) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> units = sources.files().stream()
                .map(file -> MemoryFiles.source(file.path(), file.text()))
                .toList();
        try {
            JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostics, List.of("-proc:none"), null, units);
            SourceDeclarations read = new SourceDeclarations(sources, task);
            CompileErrors.check(sources, diagnostics.getDiagnostics());
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DeclaredFlow declared(SourceClass flow) {
        List<DeclaredConfig> configs = new ArrayList<>();
        List<Texts> ofSteps = new ArrayList<>();
        Optional<Texts> ofClass = Optional.empty();
        for (SourceClass level : classes.lineage(flow)) {
            if (ofClass.isEmpty()) {
                ofClass = AnnotationTexts.find(
                                DEPENDENCIES, level.tree().getModifiers().getAnnotations())
                        .map(a -> dependencies(level, a, flow.name()));
            }
            for (Tree member : level.tree().getMembers()) {
                if (member instanceof MethodTree method) {
                    AnnotationTexts.find(DEPENDENCIES, method.getModifiers().getAnnotations())
                            .map(a -> dependencies(level, a, level.name() + "." + method.getName() + "()"))
                            .ifPresent(ofSteps::add);
                } else if (member instanceof VariableTree field) {
                    AnnotationTexts.find("FlowConfig", field.getModifiers().getAnnotations())
                            .map(a -> config(level, a, field))
                            .ifPresent(configs::add);
                }
            }
        }
        return new DeclaredFlow(flow.name(), configs, ofClass, ofSteps);
    }

    private DeclaredResources resources(SourceClass flow) {
        Optional<DeclaredResources.Texts> ofClass = Optional.empty();
        List<String> configs = new ArrayList<>();
        Map<String, Optional<DeclaredResources.Texts>> steps = new LinkedHashMap<>();
        for (SourceClass level : classes.lineage(flow)) {
            if (ofClass.isEmpty()) {
                ofClass = AnnotationTexts.find(
                                RESOURCES, level.tree().getModifiers().getAnnotations())
                        .map(a -> resources(level, a, flow.name()));
            }
            for (Tree member : level.tree().getMembers()) {
                if (member instanceof MethodTree method
                        && AnnotationTexts.find("Step", method.getModifiers().getAnnotations())
                                .isPresent()) {
                    String where = level.name() + "." + method.getName() + "()";
                    steps.putIfAbsent(
                            method.getName().toString(),
                            AnnotationTexts.find(
                                            RESOURCES, method.getModifiers().getAnnotations())
                                    .map(a -> resources(level, a, where)));
                } else if (member instanceof VariableTree field) {
                    AnnotationTexts.find("FlowConfig", field.getModifiers().getAnnotations())
                            .map(a -> config(level, a, field).name())
                            .ifPresent(configs::add);
                }
            }
        }
        Optional<DeclaredResources.Texts> whole = ofClass;
        List<DeclaredResources.Texts> asked = steps.values().stream()
                .flatMap(own -> own.or(() -> whole).stream())
                .toList();
        return new DeclaredResources(configs, asked);
    }

    private DeclaredResources.Texts resources(SourceClass in, AnnotationTree annotation, String where) {
        Map<String, String> single = new LinkedHashMap<>();
        DeclaredResources.NAMES.forEach(name -> single.put(name, texts.one(in, annotation, name)));
        return new DeclaredResources.Texts(texts.one(in, annotation, "value"), single, where + " @Resources");
    }

    private Texts dependencies(SourceClass in, AnnotationTree annotation, String where) {
        return new Texts(
                texts.all(in, annotation, "value"),
                texts.all(in, annotation, "exclusions"),
                texts.all(in, annotation, "repositories"),
                texts.all(in, annotation, "jars"),
                where + " @Dependencies");
    }

    private DeclaredConfig config(SourceClass in, AnnotationTree annotation, VariableTree field) {
        String name = texts.one(in, annotation, "name");
        return new DeclaredConfig(
                name.isEmpty() ? field.getName().toString() : name,
                texts.one(in, annotation, "defaultFile"),
                texts.one(in, annotation, "defaultValue"),
                texts.one(in, annotation, "parser"),
                field.getType().toString().matches("(.*[.<])?Config>?"),
                in.name() + "." + field.getName());
    }

    private String place(SourceClass in, Tree tree) {
        long start = positions.getStartPosition(in.unit(), tree);
        return sources.file(in.unit().getSourceFile()).shown() + ":"
                + in.unit().getLineMap().getLineNumber(start);
    }
}
