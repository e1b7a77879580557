package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that is given a value when a run starts and is read-only afterwards. The field's initializer is the
 * default. Types: {@code int}, {@code long}, {@code double}, {@code boolean} and their boxes, {@code String}, enums,
 * {@code LocalDate} and {@code Duration}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Parameter {

    /** One line for {@code flow show}; say the unit. */
    String help() default "";

    /** Whether a run must give a value; default: the initializer serves. */
    boolean required() default false;
}
