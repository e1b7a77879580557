package io.flowsweep.sweep.space;

import java.util.function.UnaryOperator;

/** A change of the leaves of a space; whatever is not overridden stays. */
public interface Rewrite {

    /** The axis in the place of another one. */
    default Axis axis(Axis axis) {
        return axis;
    }

    /** The condition in the place of another one. */
    default Condition condition(Condition condition) {
        return condition;
    }

    /** A change of axes only. */
    static Rewrite axes(UnaryOperator<Axis> change) {
        return new Rewrite() {
            @Override
            public Axis axis(Axis axis) {
                return change.apply(axis);
            }
        };
    }

    /** A change of conditions only. */
    static Rewrite conditions(UnaryOperator<Condition> change) {
        return new Rewrite() {
            @Override
            public Condition condition(Condition condition) {
                return change.apply(condition);
            }
        };
    }
}
