package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which project the flow belongs to. Its runs carry the tags {@code project:NAME} and {@code project_branch:BRANCH},
 * where the branch is {@code user.NAME} unless the run was given one, which makes it {@code test.BRANCH}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Project {

    /** Lower-case letters, digits and underscores; may hold {@code ${config.path}}. */
    String value();
}
