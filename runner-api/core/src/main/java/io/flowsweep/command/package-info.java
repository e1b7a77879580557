/**
 * Command lines as flows: {@link io.flowsweep.command.CommandFlow} is what a user describes,
 * {@link io.flowsweep.command.CommandPlanner} makes a plan of it, and {@link io.flowsweep.command.CommandTask} puts on
 * record what its process brings.
 */
package io.flowsweep.command;
