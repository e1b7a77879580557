/**
 * What happens in a run, as it is written to the run's logs: {@link io.flowsweep.events.RunEvent} and its one JSON form,
 * {@link io.flowsweep.events.RunEvents}. The owner of a run and its hosts write events; everything else derives from them.
 * Events that programs publish and deployed flows wait for are {@link io.flowsweep.events.Events}.
 */
package io.flowsweep.events;
