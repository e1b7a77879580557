package io.flowsweep.plan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Changes the flow's plan each time one is made, before anything from outside does: in the order given, those of a base
 * class first.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Mutate {

    /** Classes with a constructor that takes no arguments. */
    Class<? extends FlowMutator>[] value();
}
