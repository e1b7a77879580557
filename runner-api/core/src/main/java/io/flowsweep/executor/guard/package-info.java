/**
 * Lets no process outlive this one, however this one ends: {@link io.flowsweep.executor.guard.Guard}, for commands and for tools
 * that take their time.
 */
package io.flowsweep.executor.guard;
