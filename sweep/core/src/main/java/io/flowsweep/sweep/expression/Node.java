package io.flowsweep.sweep.expression;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of an expression. */
sealed interface Node {

    /** The offset of its characteristic word. */
    int at();

    /** The canonical value of its parts. */
    Object made(Evaluation evaluation);

    /** The canonical value; counts its own step. */
    default Object value(Evaluation evaluation) {
        evaluation.spend(1);
        return made(evaluation);
    }

    private static boolean truth(Node node, Evaluation evaluation, String user) {
        Object value = node.value(evaluation);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new ExpressionFault(user + " needs true or false, but got " + Evaluation.describe(value), node.at(), "");
    }

    record Literal(Object constant, int at) implements Node {
        @Override
        public Object made(Evaluation evaluation) {
            return constant;
        }
    }

    record Name(List<String> segments, int at) implements Node {
        String path() {
            return ConfigPaths.join(segments);
        }

        @Override
        public Object made(Evaluation evaluation) {
            return PlainValues.canonical(evaluation.scope().value(this));
        }
    }

    record Items(List<Node> items, int at) implements Node {
        @Override
        public Object made(Evaluation evaluation) {
            List<Object> values = new ArrayList<>();
            for (Node item : items) {
                values.add(item.value(evaluation));
            }
            return values;
        }
    }

    record Entries(Map<String, Node> entries, int at) implements Node {
        @Override
        public Object made(Evaluation evaluation) {
            Map<String, Object> values = new LinkedHashMap<>();
            entries.forEach((key, entry) -> values.put(key, entry.value(evaluation)));
            return values;
        }
    }

    record Not(Node negated, int at) implements Node {
        @Override
        public Object made(Evaluation evaluation) {
            return !truth(negated, evaluation, "not");
        }
    }

    record Minus(Node negated, int at) implements Node {
        @Override
        public Object made(Evaluation evaluation) {
            Object value = negated.value(evaluation);
            if (value instanceof Number) {
                return Evaluation.number(Evaluation.decimal(value).negate(), at);
            }
            throw new ExpressionFault("- needs a number, but got " + Evaluation.describe(value), at, "");
        }
    }

    record Binary(Operator operator, Node left, Node right, int at) implements Node {
        @Override
        public Object made(Evaluation evaluation) {
            return switch (operator) {
                case AND -> truth(left, evaluation, "and") && truth(right, evaluation, "and");
                case OR -> truth(left, evaluation, "or") || truth(right, evaluation, "or");
                default -> operator.apply(left.value(evaluation), right.value(evaluation), at, evaluation);
            };
        }
    }

    record Choice(Node condition, Node yes, Node no, int at) implements Node {
        @Override
        public Object made(Evaluation evaluation) {
            return truth(condition, evaluation, "?") ? yes.value(evaluation) : no.value(evaluation);
        }
    }

    record Call(Function function, List<Node> arguments, int at) implements Node {
        @Override
        public Object made(Evaluation evaluation) {
            List<Object> values = new ArrayList<>();
            for (Node argument : arguments) {
                values.add(argument.value(evaluation));
            }
            return function.apply(values, at, evaluation);
        }
    }

    record Member(Node owner, Node key, int at) implements Node {
        @Override
        public Object made(Evaluation evaluation) {
            Object from = owner.value(evaluation);
            Object wanted = key.value(evaluation);
            if (from instanceof Map<?, ?> map && wanted instanceof String name && map.containsKey(name)) {
                return map.get(name);
            }
            if (from instanceof List<?> list && wanted instanceof Long index && index >= 0 && index < list.size()) {
                return list.get(index.intValue());
            }
            String there = from instanceof List<?> list ? "a list of " + list.size() : Evaluation.describe(from);
            throw new ExpressionFault(there + " has no [" + Evaluation.describe(wanted) + "]", at, "");
        }
    }
}
