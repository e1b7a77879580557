/**
 * Reads what a Python file says about its flow without running it: which class is the flow, its configs, parameters and steps, and
 * which files beside it belong to it. Start at {@link io.flowsweep.metaflow.source.FlowFile}.
 *
 * <p>To read is exact where a flow is written plainly, and costs no process; Metaflow itself could only be asked by importing the
 * flow with all its libraries, half a second of CPU for each content, and not at all where a config is required. What cannot be
 * known so (a parameter that a mutator adds, a base class from a library) makes a flow {@linkplain
 * io.flowsweep.metaflow.source.FlowFile#complete incomplete}; names are then left for Metaflow to check.
 */
package io.flowsweep.metaflow.source;
