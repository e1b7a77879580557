package io.flowsweep.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * When a deployed flow is run by itself; a flow that is run by hand is not bound to it. Without any attribute: daily. Of
 * {@link #cron}, {@link #hourly}, {@link #daily} and {@link #weekly} one is given.
 *
 * <p><b>Daylight saving.</b> A schedule for every hour of the day goes by elapsed time: it has no firing for a local time that
 * is left out, and two for one that comes twice. Any other schedule fires once for each local time that its cron names: at the
 * end of the gap for those that are left out (several are one firing), and the first time for those that come twice.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Schedule {

    /**
     * A cron as in {@link #cron}, or {@code ${config.schedule}} alone: such a text, an object whose keys are the other
     * attributes, and which comes before them, or null for no schedule.
     */
    String value() default "";

    /**
     * Five fields as in crontab (minute, hour, day of month, month, day of week: {@code 30 6 * * MON-FRI}), six as in AWS (a year
     * at the end) or Quartz (seconds in front), where one of the days is {@code ?}, seven as in Quartz with a year, or a word
     * such as {@code @daily}; may hold {@code ${config.path}}.
     */
    String cron() default "";

    /** Whether it is at the start of every hour. */
    boolean hourly() default false;

    /** Whether it is at midnight. */
    boolean daily() default false;

    /** Whether it is at midnight of Sunday. */
    boolean weekly() default false;

    /** The time zone of the cron, for instance {@code Europe/Berlin}; may hold {@code ${config.path}}. */
    String timezone() default "UTC";

    /**
     * What is done about firings for which no scheduler was there: {@code skip}, {@code once} (the last of them is made up for) or
     * {@code all}; may hold {@code ${config.path}}.
     */
    String missed() default "once";

    /**
     * What is done when an earlier run of this schedule is still under way: {@code allow} both, {@code forbid} the new one, or
     * {@code replace}, which ends the earlier ones; may hold {@code ${config.path}}.
     */
    String overlap() default "allow";
}
