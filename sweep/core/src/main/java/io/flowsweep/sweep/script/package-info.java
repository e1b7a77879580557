/**
 * Scripts that somebody has already: {@link io.flowsweep.sweep.script.ScriptSweep} writes the sweep file for one, out of what it takes
 * on its command line.
 */
package io.flowsweep.sweep.script;
