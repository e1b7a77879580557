package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Other flows whose deployed runs, when they end, have this deployed flow run. Its run finds them by
 * {@link Current#trigger()}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TriggerOnFinish {

    /**
     * Each the name of a flow, of which runs on the branch of this flow's project count, or of a deployment, by its full name
     * {@code project.branch.Flow}; may hold {@code ${config.path}}.
     */
    String[] value();

    /** How they must end: {@code succeeded}, {@code failed} (in any way) or {@code ended} (either). */
    String on() default "succeeded";

    /** {@code any} of the flows, or {@code all} of them together, as in {@link Triggers#join}. */
    String join() default "any";

    /** As {@link Triggers#reset}. */
    String reset() default "";
}
