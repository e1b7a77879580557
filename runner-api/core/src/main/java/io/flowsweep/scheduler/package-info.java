/**
 * Starts runs of deployments when they are due and when events come: {@link io.flowsweep.scheduler.Scheduler}. What it decides
 * follows from the deployments, the log of events and its own journal; each run that it starts has an id that follows from why
 * it is started, so that to do something again after a restart does nothing.
 */
package io.flowsweep.scheduler;
