package io.flowsweep.dependencies;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.flowsweep.errors.InvalidInputException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.lang.model.element.Modifier;

/** The texts of an annotation, as far as they can be told without a compiler: literals, sums of them, and constants of the sources. */
final class AnnotationTexts {

    private final SourceClasses classes;
    private final BiFunction<SourceClass, Tree, String> places;

    /** @param places where a part of a class is, as {@code file:line} */
    AnnotationTexts(SourceClasses classes, BiFunction<SourceClass, Tree, String> places) {
        this.classes = classes;
        this.places = places;
    }

    /** The annotation of a simple name. */
    static Optional<AnnotationTree> find(String name, List<? extends AnnotationTree> annotations) {
        return annotations.stream()
                .filter(a -> SourceClasses.simpleName(a.getAnnotationType()).equals(name))
                .map(a -> (AnnotationTree) a)
                .findFirst();
    }

    /** The text of an attribute; empty when it is left out. */
    String one(SourceClass in, AnnotationTree annotation, String attribute) {
        return String.join("", all(in, annotation, attribute));
    }

    /**
     * The texts of an attribute; none when it is left out.
     *
     * @throws InvalidInputException when one cannot be told
     */
    List<String> all(SourceClass in, AnnotationTree annotation, String attribute) {
        for (ExpressionTree argument : annotation.getArguments()) {
            boolean named = argument instanceof AssignmentTree;
            String name = named ? ((AssignmentTree) argument).getVariable().toString() : "value";
            if (name.equals(attribute)) {
                ExpressionTree value = named ? ((AssignmentTree) argument).getExpression() : argument;
                List<? extends ExpressionTree> values =
                        value instanceof NewArrayTree array ? array.getInitializers() : List.of(value);
                return values.stream().map(v -> text(in, v)).toList();
            }
        }
        return List.of();
    }

    private String text(SourceClass in, ExpressionTree value) {
        if (value instanceof LiteralTree literal && literal.getValue() instanceof String text) {
            return text;
        }
        if (value instanceof ParenthesizedTree parenthesized) {
            return text(in, parenthesized.getExpression());
        }
        if (value instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            return text(in, sum.getLeftOperand()) + text(in, sum.getRightOperand());
        }
        if (value instanceof IdentifierTree || value instanceof MemberSelectTree) {
            Optional<SourceClass> owner = value instanceof MemberSelectTree select
                    ? classes.named(SourceClasses.simpleName(select.getExpression()))
                    : Optional.of(in);
            Optional<ExpressionTree> known = owner.flatMap(o -> constant(o, SourceClasses.simpleName(value)));
            if (known.isPresent()) {
                return text(owner.get(), known.get());
            }
        }
        throw new InvalidInputException(
                "\"" + value + "\" cannot be told before the flow is compiled",
                places.apply(in, value),
                "Write the text itself, or a constant of these sources.");
    }

    /** What a final field of a class is set to. */
    private static Optional<ExpressionTree> constant(SourceClass owner, String name) {
        return owner.tree().getMembers().stream()
                .filter(member -> member instanceof VariableTree field
                        && field.getName().contentEquals(name)
                        && field.getModifiers().getFlags().contains(Modifier.FINAL))
                .map(member -> Optional.ofNullable(((VariableTree) member).getInitializer()))
                .flatMap(Optional::stream)
                .map(initializer -> (ExpressionTree) initializer)
                .findFirst();
    }
}
