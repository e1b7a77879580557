package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One way out of a switch: where to go when the condition's value, as text, is {@link #when()}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Case {

    /** The value: text as it is, {@code true}, {@code 3}, the name of an enum constant. */
    String when();

    /** The step that follows; the switch's own name to repeat it. */
    String next();
}
