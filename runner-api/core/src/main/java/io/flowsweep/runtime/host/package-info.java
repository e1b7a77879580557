/**
 * The processes that are hosts: {@link io.flowsweep.runtime.host.HostMain} for one run,
 * {@link io.flowsweep.runtime.host.WorkerMain} for one run after the other, as it is ordered to by
 * {@link io.flowsweep.runtime.host.WorkerProtocol}. {@code HostRun} is what both have in common: how a run ends when its process has
 * to. {@link io.flowsweep.runtime.host.HostRehearsal} is the run from which class-data archives are made.
 */
package io.flowsweep.runtime.host;
