package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ends an attempt of a task that takes longer, with every process it has started: a failed attempt like any other. Counted from
 * when the step begins; the start of a process for it does not count. On the class it counts for every step that has none of its own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Timeout {

    /** More than nothing, for instance {@code 90s}, {@code 5m}, {@code 1h}; may hold {@code ${config.path}}. */
    String value();
}
