package io.flowsweep.sweep.expression;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An expression of plain values, such as {@code cpu * dim <= 16000 and backend in ["streams", "loops"]}.
 *
 * <ul>
 *   <li>Values: {@code 1}, {@code 2.5e-3}, {@code "text"} or {@code 'text'}, {@code true}, {@code false}, {@code null},
 *       {@code [1, 2]}, {@code {a: 1}}; names and paths, {@code config.layers[0].size}.
 *   <li>Operators, the weakest first: {@code c ? a : b}; {@code or ||}; {@code and &&}; {@code not};
 *       {@code == != < <= > >= in, not in}; {@code + -}; {@code * / %}; {@code -x !x}.
 *   <li>Functions: {@code min max log exp pow sqrt round floor ceil abs size contains}.
 *   <li>Numbers are decimals: {@code 0.1 + 0.2 == 0.3}; {@code 1 / 2} is 0.5; {@code %} has the sign of its right side. What
 *       has no finite result is an error.
 * </ul>
 *
 * <p>It cannot reach anything but the values of its scope, and has no loops: a text of at most {@value #LONGEST} characters,
 * nested at most {@value Parser#DEEPEST} deep, takes at most {@value Evaluation#MOST_STEPS} steps, or is refused. Immutable and
 * thread-safe.
 */
public final class Expression {

    static final int LONGEST = 4000;

    private final String text;
    private final String where;
    private final Node root;
    private final List<Node.Name> names;

    private Expression(String text, String where, Node root, List<Node.Name> names) {
        this.text = text;
        this.where = where;
        this.root = root;
        this.names = List.copyOf(names);
    }

    /** {@link #parse(String, String, Collection)} where no name has a dash. */
    public static Expression parse(String text, String where) {
        return parse(text, where, List.of());
    }

    /**
     * Parses a text.
     *
     * @param where {@code file:line} of the text, for errors; may be empty
     * @param known names and paths that exist. Where one with a dash stands in the text, the longest is that name and no
     *     subtraction: with {@code batch-size} known, {@code batch-size - 1} is one less than it. Others need not be given
     * @throws InvalidInputException with a caret below the place in the text
     */
    public static Expression parse(String text, String where, Collection<String> known) {
        if (text.length() > LONGEST) {
            throw new InvalidInputException(
                    "an expression has at most " + LONGEST + " characters, but this one has " + text.length(),
                    where,
                    "Give the values as rows, or compute the condition in the flow.");
        }
        try {
            Parser parser = new Parser(new Lexer(text, known).tokens());
            Node root = parser.parse();
            return new Expression(text, where, root, parser.names());
        } catch (ExpressionFault fault) {
            throw new InvalidInputException(List.of(fault.problem(text, where)));
        }
    }

    /** The names and paths that it refers to, as they are written, in their order. */
    public Set<String> names() {
        return names.stream().map(Node.Name::path).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Checks that each name means one thing, also where evaluation would not reach it.
     *
     * @throws InvalidInputException with all names that mean nothing or several things
     */
    public void check(ExpressionScope scope) {
        List<Problem> problems = new ArrayList<>();
        for (Node.Name name : names) {
            try {
                scope.path(name);
            } catch (ExpressionFault fault) {
                problems.add(fault.problem(text, where));
            }
        }
        InvalidInputException.throwIfAny(problems);
    }

    /**
     * Its value, in canonical form ({@link PlainValues}); null when it is {@code null}.
     *
     * @throws InvalidInputException when a name is unknown or means two things, or a value does not fit
     */
    public Object evaluate(ExpressionScope scope) {
        return told(() -> PlainValues.canonical(root.value(new Evaluation(scope))));
    }

    /**
     * Its value as a condition.
     *
     * @throws InvalidInputException as {@link #evaluate}, and when the value is neither true nor false
     */
    public boolean test(ExpressionScope scope) {
        return told(() -> {
            Object value = root.value(new Evaluation(scope));
            if (value instanceof Boolean flag) {
                return flag;
            }
            throw new ExpressionFault(
                    "a condition must be true or false, but this is " + Evaluation.describe(value), root.at(), "");
        });
    }

    /** The text it was parsed from. */
    @Override
    public String toString() {
        return text;
    }

    private <T> T told(Supplier<T> evaluation) {
        try {
            return evaluation.get();
        } catch (ExpressionFault fault) {
            throw new InvalidInputException(List.of(fault.problem(text, where)));
        }
    }
}
