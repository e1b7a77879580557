/**
 * Overrides of the command line at work on a sweep file: {@link io.flowsweep.sweep.file.edit.EditReader} finds out what one
 * means for a sweep, {@link io.flowsweep.sweep.file.edit.Overriding} has it take effect on the base and on the axes. Their
 * grammar is in {@code sweep.override}.
 */
package io.flowsweep.sweep.file.edit;
