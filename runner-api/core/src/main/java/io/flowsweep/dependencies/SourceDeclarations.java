package io.flowsweep.dependencies;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.DeclaredFlow;
import io.flowsweep.plan.DeclaredFlow.DeclaredConfig;
import io.flowsweep.plan.DeclaredResources;
import io.flowsweep.plan.DependencyAttributes.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;

/**
 * Reads from the syntax tree of a flow's source what must be known before it can be compiled: nothing is attributed, so that
 * no library is needed yet. Annotations are known by their simple names; bases of the flow are followed as far as they stand in
 * the same sources.
 */
final class SourceDeclarations {

    private static final String FLOW_SPEC = "FlowSpec";

    private record Declared(ClassTree tree, CompilationUnitTree unit, String binaryName, boolean makeable) {
        String name() {
            return tree.getSimpleName().toString();
        }
    }

    private final Sources sources;
    private final Map<String, Declared> classes = new LinkedHashMap<>();
    private final SourcePositions positions;

    private SourceDeclarations(Sources sources, JavacTask task) throws IOException {
        this.sources = sources;
        this.positions = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree unit : task.parse()) {
            String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            unit.getTypeDecls().forEach(type -> collect(type, unit, prefix, true));
        }
    }

    /** Whether the sources may ask for libraries at all: costs nothing. */
    static boolean mayAsk(Sources sources) {
        return sources.files().stream().anyMatch(file -> file.text().contains("Dependencies"));
    }

    /**
     * What the flow declares; empty when there is not exactly one flow, or the source cannot be parsed, which compiling it
     * will tell.
     *
     * @throws InvalidInputException when an annotation is not written out as text
     */
    static Optional<DeclaredFlow> read(Sources sources, JavaCompiler compiler) {
        SourceDeclarations read = parsed(sources, compiler);
        return read.flow().map(read::declared);
    }

    /**
     * What its steps ask for in {@code @Resources}; empty as for {@link #read}.
     *
     * @throws InvalidInputException when an annotation is not written out as text
     */
    static Optional<DeclaredResources> resources(Sources sources, JavaCompiler compiler) {
        SourceDeclarations read = parsed(sources, compiler);
        return read.flow().map(read::resources);
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

    private void collect(Tree tree, CompilationUnitTree unit, String prefix, boolean top) {
        if (!(tree instanceof ClassTree type)) {
            return;
        }
        boolean makeable = !type.getModifiers().getFlags().contains(Modifier.ABSTRACT)
                && (top || type.getModifiers().getFlags().contains(Modifier.STATIC));
        Declared declared = new Declared(type, unit, prefix + type.getSimpleName(), makeable);
        classes.putIfAbsent(declared.name(), declared);
        type.getMembers().forEach(member -> collect(member, unit, declared.binaryName() + "$", false));
    }

    private Optional<Declared> flow() {
        List<Declared> flows = classes.values().stream()
                .filter(type -> type.makeable() && isFlow(type))
                .filter(type -> sources.flow()
                        .map(wanted -> wanted.equals(type.name()) || wanted.equals(type.binaryName()))
                        .orElse(true))
                .toList();
        return flows.size() == 1 ? Optional.of(flows.get(0)) : Optional.empty();
    }

    private boolean isFlow(Declared type) {
        List<Declared> lineage = lineage(type);
        Declared outermost = lineage.get(lineage.size() - 1);
        return outermost.tree().getExtendsClause() != null
                && simpleName(outermost.tree().getExtendsClause()).equals(FLOW_SPEC);
    }

    /** The class and its bases in these sources, itself first. */
    private List<Declared> lineage(Declared type) {
        List<Declared> lineage = new ArrayList<>();
        for (Declared level = type; level != null && !lineage.contains(level); ) {
            lineage.add(level);
            Tree base = level.tree().getExtendsClause();
            level = base == null ? null : classes.get(simpleName(base));
        }
        return lineage;
    }

    private DeclaredFlow declared(Declared flow) {
        List<DeclaredConfig> configs = new ArrayList<>();
        List<Texts> ofSteps = new ArrayList<>();
        Optional<Texts> ofClass = Optional.empty();
        for (Declared level : lineage(flow)) {
            if (ofClass.isEmpty()) {
                ofClass = annotation("Dependencies", level.tree().getModifiers().getAnnotations())
                        .map(a -> dependencies(level, a, flow.name()));
            }
            for (Tree member : level.tree().getMembers()) {
                if (member instanceof MethodTree method) {
                    annotation("Dependencies", method.getModifiers().getAnnotations())
                            .map(a -> dependencies(level, a, level.name() + "." + method.getName() + "()"))
                            .ifPresent(ofSteps::add);
                } else if (member instanceof VariableTree field) {
                    annotation("FlowConfig", field.getModifiers().getAnnotations())
                            .map(a -> config(level, a, field))
                            .ifPresent(configs::add);
                }
            }
        }
        return new DeclaredFlow(flow.name(), configs, ofClass, ofSteps);
    }

    private DeclaredResources resources(Declared flow) {
        Optional<DeclaredResources.Texts> ofClass = Optional.empty();
        List<String> configs = new ArrayList<>();
        Map<String, Optional<DeclaredResources.Texts>> steps = new LinkedHashMap<>();
        for (Declared level : lineage(flow)) {
            if (ofClass.isEmpty()) {
                ofClass = annotation("Resources", level.tree().getModifiers().getAnnotations())
                        .map(a -> resources(level, a, flow.name()));
            }
            for (Tree member : level.tree().getMembers()) {
                if (member instanceof MethodTree method
                        && annotation("Step", method.getModifiers().getAnnotations())
                                .isPresent()) {
                    String where = level.name() + "." + method.getName() + "()";
                    steps.putIfAbsent(
                            method.getName().toString(),
                            annotation("Resources", method.getModifiers().getAnnotations())
                                    .map(a -> resources(level, a, where)));
                } else if (member instanceof VariableTree field) {
                    annotation("FlowConfig", field.getModifiers().getAnnotations())
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

    private DeclaredResources.Texts resources(Declared in, AnnotationTree annotation, String where) {
        Map<String, String> single = new LinkedHashMap<>();
        DeclaredResources.NAMES.forEach(name -> single.put(name, text(in, annotation, name)));
        return new DeclaredResources.Texts(text(in, annotation, "value"), single, where + " @Resources");
    }

    private Texts dependencies(Declared in, AnnotationTree annotation, String where) {
        return new Texts(
                texts(in, annotation, "value"),
                texts(in, annotation, "exclusions"),
                texts(in, annotation, "repositories"),
                texts(in, annotation, "jars"),
                where + " @Dependencies");
    }

    private DeclaredConfig config(Declared in, AnnotationTree annotation, VariableTree field) {
        String name = text(in, annotation, "name");
        return new DeclaredConfig(
                name.isEmpty() ? field.getName().toString() : name,
                text(in, annotation, "defaultFile"),
                text(in, annotation, "defaultValue"),
                text(in, annotation, "parser"),
                field.getType().toString().matches("(.*[.<])?Config>?"),
                in.name() + "." + field.getName());
    }

    private static Optional<AnnotationTree> annotation(String name, List<? extends AnnotationTree> annotations) {
        return annotations.stream()
                .filter(a -> simpleName(a.getAnnotationType()).equals(name))
                .map(a -> (AnnotationTree) a)
                .findFirst();
    }

    private String text(Declared in, AnnotationTree annotation, String attribute) {
        return String.join("", texts(in, annotation, attribute));
    }

    private List<String> texts(Declared in, AnnotationTree annotation, String attribute) {
        for (ExpressionTree argument : annotation.getArguments()) {
            boolean named = argument instanceof AssignmentTree;
            String name = named ? ((AssignmentTree) argument).getVariable().toString() : "value";
            if (name.equals(attribute)) {
                ExpressionTree value = named ? ((AssignmentTree) argument).getExpression() : argument;
                List<? extends ExpressionTree> values =
                        value instanceof NewArrayTree array ? array.getInitializers() : List.of(value);
                return values.stream().map(v -> constant(in, v)).toList();
            }
        }
        return List.of();
    }

    /** The text of a literal, of a sum of literals, or of a constant that stands in these sources. */
    private String constant(Declared in, ExpressionTree value) {
        if (value instanceof LiteralTree literal && literal.getValue() instanceof String text) {
            return text;
        }
        if (value instanceof ParenthesizedTree parenthesized) {
            return constant(in, parenthesized.getExpression());
        }
        if (value instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            return constant(in, sum.getLeftOperand()) + constant(in, sum.getRightOperand());
        }
        if (value instanceof IdentifierTree || value instanceof MemberSelectTree) {
            Optional<ExpressionTree> known = constantField(in, value);
            if (known.isPresent()) {
                return constant(in, known.get());
            }
        }
        throw new InvalidInputException(
                "\"" + value + "\" cannot be told before the flow is compiled",
                place(in.unit(), value),
                "Write the text itself, or a constant of these sources.");
    }

    private Optional<ExpressionTree> constantField(Declared in, ExpressionTree name) {
        Declared owner = name instanceof MemberSelectTree select ? classes.get(simpleName(select.getExpression())) : in;
        return owner == null
                ? Optional.empty()
                : owner.tree().getMembers().stream()
                        .filter(member -> member instanceof VariableTree field
                                && field.getName().contentEquals(simpleName(name))
                                && field.getModifiers().getFlags().contains(Modifier.FINAL))
                        .map(member -> ((VariableTree) member).getInitializer())
                        .findFirst()
                        .map(initializer -> (ExpressionTree) initializer);
    }

    private String place(CompilationUnitTree unit, Tree tree) {
        long start = positions.getStartPosition(unit, tree);
        return sources.file(unit.getSourceFile()).shown() + ":"
                + unit.getLineMap().getLineNumber(start);
    }

    private static String simpleName(Tree name) {
        String text = name.toString();
        return text.substring(text.lastIndexOf('.') + 1).replaceAll("<.*", "");
    }
}
