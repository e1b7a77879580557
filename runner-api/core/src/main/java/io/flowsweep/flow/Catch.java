package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the run go on when a task has failed for the last time: what the task changed is dropped, and the failure is put
 * into an artifact. Not allowed on a step that splits by {@code foreach} or chooses by {@code condition}, whose value the
 * failed task cannot give.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Catch {

    /**
     * The name of an artifact of type {@link Failed}; empty keeps nothing; may hold {@code ${config.path}}. It stays
     * unset when nothing fails.
     */
    String artifact() default "";
}
