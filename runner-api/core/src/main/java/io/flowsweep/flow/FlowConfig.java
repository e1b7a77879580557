package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that holds a configuration: resolved before the run starts, kept with the run, and usable as
 * {@code ${name.path}} in the attributes of the other annotations.
 *
 * <p>The field is a record, a {@code Map<String, ?>}, a {@code com.typesafe.config.Config}, or a {@code String}, which takes the
 * text of its source as it stands; or an {@code Optional} of one, which is empty when no source gives a value; a config of
 * another type must have one. The keys {@code learning_rate},
 * {@code learning-rate} and {@code learningRate} all bind to a component {@code learningRate}. A record's missing component
 * is an error unless its type is {@code Optional}; what its constructor throws is the error of the value.
 *
 * <p>One source wins as a whole, in this order: a value or a file given to the run (both is an error), a value or a file
 * from the environment of the command, {@link #defaultFile()}, {@link #defaultValue()}. Values are never merged.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface FlowConfig {

    /** The name by which runs and {@code ${…}} refer to it; default: the field's name. */
    String name() default "";

    /**
     * A file relative to the flow's source file (to the working directory for a class); default: none. Its extension tells
     * the format: {@code .conf} or {@code .hocon}, {@code .json}, {@code .yaml} or {@code .yml}, {@code .toml},
     * {@code .properties}.
     */
    String defaultFile() default "";

    /** HOCON, or text for {@link #parser()}, used when there is no {@link #defaultFile()}; giving both is an error. */
    String defaultValue() default "";

    /**
     * What reads the text of a file or value: the class of a {@link ConfigParser}, by its name or by its simple name when it
     * is nested in the flow or stands in its package; or one of {@code git} (which computes {@code commit}, {@code branch}
     * and {@code dirty} of the checkout that the flow is in), {@code hocon}, {@code json}, {@code yaml}, {@code toml},
     * {@code properties}. Default: files by their extension, values as HOCON. A config with a parser and no source is
     * computed from an empty text. Values that a program gives as a Map are not parsed.
     */
    String parser() default "";

    /** Whether a key that nothing uses is an error; default: a warning. */
    boolean strict() default false;
}
