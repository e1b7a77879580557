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
 * <p>The field is a record, a {@code Map<String, ?>} or a {@code com.typesafe.config.Config}. The keys
 * {@code learning_rate}, {@code learning-rate} and {@code learningRate} all bind to a component {@code learningRate}. A
 * record's missing component is an error unless its type is {@code Optional}; unknown keys are ignored by the record.
 *
 * <p>One source wins as a whole, in this order: a value given to the run, a file given to the run,
 * {@link #defaultFile()}, {@link #defaultValue()}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface FlowConfig {

    /** The name by which runs and {@code ${…}} refer to it; default: the field's name. */
    String name() default "";

    /** A HOCON or JSON file, relative to the flow's source file (to the working directory for a class); default: none. */
    String defaultFile() default "";

    /** HOCON text, used when there is no {@link #defaultFile()}; default: none. Giving both is an error. */
    String defaultValue() default "";
}
