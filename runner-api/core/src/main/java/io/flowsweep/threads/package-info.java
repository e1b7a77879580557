/** Threads that keep no program alive: {@link io.flowsweep.threads.Daemons}. */
package io.flowsweep.threads;
