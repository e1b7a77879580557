/**
 * Threads that keep no program alive: {@link io.flowsweep.threads.Daemons} makes them, a {@link io.flowsweep.threads.Ticker} looks
 * again and again.
 */
package io.flowsweep.threads;
