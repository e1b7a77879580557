/**
 * Starts commands: runs that are carried out by a process which is no JVM of ours. Start reading at
 * {@link io.flowsweep.executor.command.CommandHost}, the life of one; {@link io.flowsweep.executor.command.Guard} is what lets no
 * process outlive this one.
 */
package io.flowsweep.executor.command;
