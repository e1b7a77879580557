package io.flowsweep.sweep.file.resolve;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.expression.ExpressionScope;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.NestedPoint;
import io.flowsweep.sweep.space.PointScope;
import io.flowsweep.sweep.spec.SweepSpec;
import java.util.Map;
import java.util.Set;

/** What the conditions of a sweep can name: its resolved config, its parameters, {@code let}, {@code machine}, {@code sweep}. */
final class SpecScope implements PointScope {

    private final SweepSpec spec;
    private final PointResolver resolver;

    SpecScope(SweepSpec spec, PointResolver resolver) {
        this.spec = spec;
        this.resolver = resolver;
    }

    @Override
    public Set<String> names() {
        try {
            return ExpressionScope.of(roots(Map.of())).names();
        } catch (InvalidInputException e) {
            return Set.of(); // the base alone need not be resolvable; then no name with a dash is known
        }
    }

    @Override
    public boolean constant(String name) {
        return spec.base().names().containsKey(Axis.root(name));
    }

    @Override
    public Map<String, Object> roots(Map<String, Object> point) {
        Map<String, Object> roots = resolver.names(point);
        point.forEach((path, value) -> {
            if (!Axis.isConfig(Axis.root(path)) && !Axis.root(path).equals("params")) {
                NestedPoint.put(roots, ConfigPaths.split(path), value);
            }
        });
        return roots;
    }
}
