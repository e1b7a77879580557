/**
 * Python for flows that are started with one: {@link io.flowsweep.python.PythonRequest} reads what is asked for,
 * {@link io.flowsweep.python.PythonEnvironments} has it made once for each distinct set and kept in the user's cache folder, and
 * {@link io.flowsweep.python.PythonEnvironment} gives it to a process. Knows neither flows nor runs.
 */
package io.flowsweep.python;
