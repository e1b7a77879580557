/**
 * What a host reads and writes of a run's record: {@link io.flowsweep.runtime.log.RunLogs} has the request and the logs of the run,
 * {@link io.flowsweep.runtime.log.HostLog} is the one that it writes.
 */
package io.flowsweep.runtime.log;
