package io.flowsweep.sweep.space;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.expression.Expression;
import io.flowsweep.sweep.expression.ExpressionScope;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A condition, parsed for the points over some axes. Immutable and thread-safe. */
final class PointExpression {

    /** Roots below which a scope looks a name up by itself. */
    private static final Set<String> BARE = Set.of("config", "params");

    private final Condition condition;
    private final Expression expression;

    /** What the expression writes, to the axis it means. */
    private final Map<String, Axis> used = new LinkedHashMap<>();

    /** Paths of used axes, split. */
    private final Map<String, List<String>> segments = new LinkedHashMap<>();

    /** Names that no axis has. */
    private final Set<String> others = new HashSet<>();

    PointExpression(Condition condition, List<Axis> axes) {
        this.condition = condition;
        Set<String> known = new HashSet<>(condition.scope().names());
        axes.forEach(axis -> known.addAll(List.of(axis.name(), axis.relativePath(), axis.path())));
        known.remove("");
        this.expression = Expression.parse(condition.text(), condition.where(), known);
        for (String name : expression.names()) {
            Optional<Axis> meant =
                    axes.stream().filter(axis -> means(name, axis)).findFirst();
            if (meant.isPresent()) {
                used.put(name, meant.get());
                segments.put(meant.get().path(), ConfigPaths.split(meant.get().path()));
            } else {
                others.add(name);
            }
        }
    }

    private static boolean means(String name, Axis axis) {
        return name.equals(axis.name()) || name.equals(axis.relativePath()) || name.equals(axis.path());
    }

    /** @throws io.flowsweep.errors.InvalidInputException when a name is unknown, or the value is neither true nor false */
    boolean test(Map<String, Object> point) {
        return expression.test(scopeOf(point));
    }

    /** @throws io.flowsweep.errors.InvalidInputException when a name is unknown or a value does not fit */
    Object value(Map<String, Object> point) {
        return expression.evaluate(scopeOf(point));
    }

    void check(Map<String, Object> point) {
        expression.check(scope(condition.scope().roots(point)));
    }

    /** The paths of the axes that decide it; empty when other values take part that may depend on any axis. */
    Optional<Set<String>> deciding() {
        boolean constant = others.stream().allMatch(condition.scope()::constant);
        return constant ? Optional.of(Set.copyOf(segments.keySet())) : Optional.empty();
    }

    private ExpressionScope scopeOf(Map<String, Object> point) {
        boolean enough = others.isEmpty() && point.keySet().containsAll(segments.keySet());
        return scope(enough ? ofUsed(point) : condition.scope().roots(point));
    }

    private ExpressionScope scope(Map<String, Object> roots) {
        ExpressionScope scope = ExpressionScope.of(roots);
        for (Map.Entry<String, Axis> name : used.entrySet()) {
            Axis axis = name.getValue();
            boolean found = BARE.contains(axis.root()) && name.getKey().equals(axis.relativePath());
            if (!found && !name.getKey().equals(axis.path())) {
                scope = scope.shortName(name.getKey(), axis.path());
            }
        }
        return scope;
    }

    /** Resolving a config for each point would cost a hundred times as much. */
    private Map<String, Object> ofUsed(Map<String, Object> point) {
        Map<String, Object> roots = new LinkedHashMap<>();
        segments.forEach((path, parts) -> NestedPoint.put(roots, parts, point.get(path)));
        return roots;
    }
}
