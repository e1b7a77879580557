/**
 * Threads of our own: {@link io.flowsweep.sweep.threads.Daemons} that keep no process alive, and a
 * {@link io.flowsweep.sweep.threads.Ticker} that looks again and again.
 */
package io.flowsweep.sweep.threads;
