/**
 * What happens in a sweep. {@link io.flowsweep.sweep.events.SweepEvent} is sealed; {@link io.flowsweep.sweep.events.SweepEvents}
 * is its one JSON form, which is the journal's line and the line of {@code --json}. Results, counts and progress are
 * derived from events and from nothing else.
 */
package io.flowsweep.sweep.events;
