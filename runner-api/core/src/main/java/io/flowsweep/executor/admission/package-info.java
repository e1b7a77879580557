/**
 * Who may use how much of this machine. {@link io.flowsweep.executor.admission.Admission} leases processors, memory, GPUs and pools to
 * all of a user's FlowSweep processes, so that two sweeps never ask for more than there is. A lease is a byte range lock
 * on a file: the operating system releases it when its holder dies.
 */
package io.flowsweep.executor.admission;
