/**
 * Drives flows of Metaflow, unchanged, as {@code python flow.py run} would: a source of flows behind {@code Runner} like any other.
 * Start at {@link io.flowsweep.metaflow.MetaflowFlow}.
 *
 * <p>Nothing of Metaflow is loaded or copied. What passes between the two is its documented surface: the command line, environment
 * variables, the lines that it prints, and the files of its local datastore.
 */
package io.flowsweep.metaflow;
