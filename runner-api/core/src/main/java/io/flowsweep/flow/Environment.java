package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets environment variables for a step, or on the class for every step; a step's own come on top. Only executors that give
 * a run its own process can do this.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Environment {

    /**
     * Each {@code NAME=value}, where both may hold {@code ${config.path}}; or {@code ${config.path}} alone for an object of
     * them.
     */
    String[] value();
}
