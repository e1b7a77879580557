package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An event upon which a deployed flow is run. With several of these any one is enough; see {@link Triggers} for those that must
 * come together.
 */
@Documented
@Inherited
@Repeatable(Triggers.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Trigger {

    /**
     * The event's name, of letters, digits and {@code . _ / -}; may hold {@code ${config.path}}. A reference alone may stand for a
     * list of names, or for null, which is no event.
     */
    String event();

    /**
     * What the payload gives the run's parameters: each {@code parameter = path.in.payload}, or one name for both, or
     * {@code ${config.path}} alone for an object of these. A parameter that the payload lacks keeps its value.
     */
    String[] parameters() default {};

    /** Which of the events count: each {@code path.in.payload = value}; all must hold. May hold {@code ${config.path}}. */
    String[] where() default {};
}
