package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that is given a value when a run starts and is read-only afterwards.
 *
 * <p>Types: numbers, {@code boolean} and their boxes, {@code String}, enums, {@code java.time} values, {@link MemorySize};
 * records, {@code List}, {@code Set}, {@code Map}, {@code Optional} and sealed interfaces of records, given as JSON or HOCON;
 * and {@code java.nio.file.Path}, of which the file's content is kept with the run when it starts: a step sees a copy,
 * wherever and whenever it runs.
 *
 * <p>The default is that of {@link #defaultMethod()}, else of {@link #defaultValue()}, else the field's initializer, which may
 * hold {@code ${config.path}} when it is text.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Parameter {

    /** One line for {@code flow show}; say the unit. */
    String help() default "";

    /** Whether a run must give a value; default: the default serves. */
    boolean required() default false;

    /** The default as text, which may hold {@code ${config.path}}; a file is relative to the flow's source file. */
    String defaultValue() default "";

    /**
     * The name of a method of the flow without arguments that gives the default. It is called each time a run is prepared
     * and given no value, with the configs filled in.
     */
    String defaultMethod() default "";

    /** The least value of a number, inclusive. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest value of a number, inclusive. */
    double max() default Double.POSITIVE_INFINITY;
}
