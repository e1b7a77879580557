package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a step. The method returns nothing and takes no argument; a step where branches meet again takes one
 * {@link Inputs}. Steps are inherited and may be overridden.
 *
 * <p>A step goes on in one of five ways: to one step ({@code next = "b"}), to several at once, each a branch
 * ({@code next = {"b", "c"}}), to one step once for each element of a list ({@code next = "b", foreach = "items"}), to one
 * of several steps by a value ({@code condition = "state", cases = …}), or nowhere, which only {@code end} does.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Step {

    /** The step that follows, or several for a split into branches; empty for {@code end} and for a switch. */
    String[] next() default {};

    /** An artifact of type {@code List}: the next step runs once for each element; see {@link FlowSpec#input()}. */
    String foreach() default "";

    /** An artifact whose value chooses among {@link #cases()}. */
    String condition() default "";

    /** At least two, with different values. A case may lead back to this very step. */
    Case[] cases() default {};
}
