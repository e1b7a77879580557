package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Several events upon which a deployed flow is run. Of those that are joined by {@code all} each is used for one run, in the
 * order in which they came: the first {@code a} with the first {@code b}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Triggers {

    Trigger[] value();

    /** {@code any} of the events, or {@code all} of them together; may hold {@code ${config.path}}. */
    String join() default "any";

    /**
     * With {@code all}: how long an event waits for the others before it is forgotten, for instance {@code 24h}; may hold
     * {@code ${config.path}}. Default: for ever.
     */
    String reset() default "";
}
