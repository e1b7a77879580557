package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Repeats a task that fails, whatever the reason: an exception, a timeout, a process that dies. On the class it counts for
 * every step that has none of its own. Each attempt is kept; {@link Current#attempt()} tells which one it is.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Retry {

    /** {@code ${config.retry}}: an object whose keys are the other attributes, and which comes before them. */
    String value() default "";

    /** How often a failed task is repeated, at least 0; may hold {@code ${config.path}}. */
    String times() default "3";

    /** How long to wait before the first repetition, for instance {@code 30s}; may hold {@code ${config.path}}. */
    String delay() default "0s";

    /** By what the wait is multiplied after each repetition, at least 1; may hold {@code ${config.path}}. */
    String backoff() default "1";
}
