/**
 * Starts commands: runs that are carried out by a process which is no JVM of ours. Start reading at
 * {@link io.flowsweep.executor.command.CommandHost}, the life of one.
 */
package io.flowsweep.executor.command;
