/**
 * Times: {@link io.flowsweep.schedule.Cron} says which local times a cron names, {@link io.flowsweep.schedule.Timetable} at which
 * instants that is, whatever the clocks of the time zone do.
 */
package io.flowsweep.schedule;
