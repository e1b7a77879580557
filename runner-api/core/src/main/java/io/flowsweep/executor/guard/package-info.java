/**
 * Lets no process outlive this one, however this one ends: {@link io.flowsweep.executor.guard.Guard}, for commands and for tools
 * that take their time. {@link io.flowsweep.executor.guard.SearchPath} says where the programs are.
 */
package io.flowsweep.executor.guard;
