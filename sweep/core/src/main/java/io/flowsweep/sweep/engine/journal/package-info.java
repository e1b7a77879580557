/**
 * What drivers write down, and how they keep out of each other's way: {@link io.flowsweep.sweep.engine.journal.Journal} is
 * written by one, {@link io.flowsweep.sweep.engine.journal.Journals} reads those of all, {@code DriverLock} is the right to drive,
 * {@code ControlFolder} how a driver is told something. Uses events and the store only.
 */
package io.flowsweep.sweep.engine.journal;
