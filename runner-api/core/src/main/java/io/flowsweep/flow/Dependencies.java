package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The libraries of a flow, or of one step, which then has a process (or class loader) of its own. A step has those of the
 * class too; where both name the same library, the step's version counts. They are resolved as Maven does, with the user's
 * {@code settings.xml} and local repository, and see none of FlowSweep's own libraries.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Dependencies {

    /**
     * Each {@code group:artifact:version}, {@code group:artifact:extension:version} or
     * {@code group:artifact:extension:classifier:version}; {@code flowsweep:plots} for FlowSweep's charts; or
     * {@code ${config.path}} alone for a list of these, for an object {@code { "group:artifact" = version }}, or for an object
     * with the keys {@code packages}, {@code exclusions}, {@code repositories} and {@code jars}.
     */
    String[] value() default {};

    /** Each {@code group:artifact}, left out whatever needs it; {@code *} stands for any group or artifact. */
    String[] exclusions() default {};

    /** Further repositories, each {@code ID=URL} or a URL; asked after those of the user's settings. */
    String[] repositories() default {};

    /** Jar files; a relative name starts in the folder of the flow's source. */
    String[] jars() default {};
}
