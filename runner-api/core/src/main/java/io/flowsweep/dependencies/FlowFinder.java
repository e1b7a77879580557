package io.flowsweep.dependencies;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** Finds the one flow among the classes of the sources: the concrete subclass of {@code FlowSpec}. */
final class FlowFinder {

    private static final String FLOW_SPEC = "io.flowsweep.flow.FlowSpec";

    private final Sources sources;
    private final JavacTask task;
    private final List<TypeElement> concrete = new ArrayList<>();
    private final List<TypeElement> others = new ArrayList<>();

    private FlowFinder(Sources sources, JavacTask task) {
        this.sources = sources;
        this.task = task;
    }

    /**
     * The binary name of the flow.
     *
     * @param analyzed what the task's analysis returned; without errors
     * @throws InvalidInputException when there is none, or more than one
     */
    static String find(Sources sources, JavacTask task, Iterable<? extends Element> analyzed) {
        FlowFinder finder = new FlowFinder(sources, task);
        TypeElement flowSpec = task.getElements().getTypeElement(FLOW_SPEC);
        for (Element element : analyzed) {
            if (element instanceof TypeElement type && !type.getNestingKind().isNested()) {
                finder.sort(type, flowSpec);
            }
        }
        return finder.only();
    }

    private void sort(TypeElement type, TypeElement flowSpec) {
        boolean flow = flowSpec != null && task.getTypes().isSubtype(type.asType(), flowSpec.asType());
        boolean makeable = !type.getModifiers().contains(Modifier.ABSTRACT)
                && (!type.getNestingKind().isNested() || type.getModifiers().contains(Modifier.STATIC));
        if (flow && makeable) {
            concrete.add(type);
        } else if (flow) {
            others.add(type);
        }
        for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
            sort(nested, flowSpec);
        }
    }

    private String only() {
        sources.flow().ifPresent(this::keepNamed);
        if (concrete.size() == 1) {
            return task.getElements().getBinaryName(concrete.get(0)).toString();
        }
        List<Problem> problems = new ArrayList<>();
        for (TypeElement type : concrete) {
            problems.add(Problem.of(
                    type.getSimpleName() + " is one of " + concrete.size() + " concrete flows in " + kind(),
                    place(type),
                    single()
                            ? "Keep one; make the others abstract, or move each to a file of its own"
                            : "Say which: " + sources.shown() + "!" + type.getSimpleName()));
        }
        if (concrete.isEmpty()) {
            for (TypeElement type : others) {
                boolean isAbstract = type.getModifiers().contains(Modifier.ABSTRACT);
                problems.add(Problem.of(
                        type.getSimpleName() + " is the flow of " + kind() + ", but it is "
                                + (isAbstract ? "abstract" : "an inner class"),
                        place(type),
                        isAbstract ? "Remove abstract, or add a class that extends it" : "Make the class static"));
            }
        }
        if (problems.isEmpty()) {
            problems.add(Problem.of(
                    "no class in " + kind() + " is a flow",
                    sources.shown() + (single() ? ":1" : ""),
                    "Write class MyFlow extends FlowSpec, with import " + FLOW_SPEC));
        }
        throw new InvalidInputException(problems);
    }

    private boolean single() {
        return sources.files().size() == 1;
    }

    private String kind() {
        return single() ? "this file" : "this folder";
    }

    private void keepNamed(String wanted) {
        List<String> names =
                concrete.stream().map(type -> type.getSimpleName().toString()).toList();
        concrete.removeIf(type -> !type.getSimpleName().contentEquals(wanted)
                && !task.getElements().getBinaryName(type).contentEquals(wanted));
        if (concrete.isEmpty() && !names.isEmpty()) {
            throw new InvalidInputException(
                    "no flow here is called \"" + wanted + "\"",
                    sources.shown(),
                    Suggestions.didYouMean(wanted, names));
        }
    }

    /** The line of the class's own declaration, after its annotations and modifiers. */
    private String place(TypeElement type) {
        Trees trees = Trees.instance(task);
        CompilationUnitTree unit = trees.getPath(type).getCompilationUnit();
        ClassTree tree = trees.getTree(type);
        long position = trees.getSourcePositions().getEndPosition(unit, tree.getModifiers());
        if (position == Diagnostic.NOPOS) {
            position = trees.getSourcePositions().getStartPosition(unit, tree);
        }
        return sources.file(unit.getSourceFile()).shown() + ":"
                + unit.getLineMap().getLineNumber(position);
    }
}
