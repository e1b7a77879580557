/**
 * What the operating system knows of processes and programs, and the few things that are asked of it: of this process
 * ({@link io.flowsweep.os.OwnProcess}, {@link io.flowsweep.os.OwnUsage}), of others ({@link io.flowsweep.os.ProcessRow},
 * {@link io.flowsweep.os.ProcessTree}), of programs that may be there ({@link io.flowsweep.os.SearchPath},
 * {@link io.flowsweep.os.Probe}). Most of it is read from {@code /proc}; where that is not there, nothing is known.
 */
package io.flowsweep.os;
