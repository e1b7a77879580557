package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a step needs, on the step or on the class (the step's wins). Each attribute may hold {@code ${config.path}}. A run
 * asks for the largest of its steps' needs.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Resources {

    /** {@code ${config.resources}}: an object whose keys are the other attributes, and which comes before them. */
    String value() default "";

    /** Whole processors, at least 1; default: 1. */
    String cpu() default "";

    /** Memory of the whole task, {@code 512MB} or {@code 4GiB}; a bare number counts MiB. Default: a fair share of the machine. */
    String memory() default "";

    /** How many GPUs; default: 0. */
    String gpu() default "";

    /**
     * Units of named pools, for instance {@code licence=1}, several with commas; the sizes of pools are declared where the run is
     * started. Default: none.
     */
    String pools() default "";
}
