/**
 * Lets no process outlive this one, however this one ends: {@link io.flowsweep.executor.guard.Guard}, for commands and for tools
 * that take their time; {@link io.flowsweep.executor.guard.Strays} finds what has left its parents.
 */
package io.flowsweep.executor.guard;
