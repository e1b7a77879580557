/**
 * What a flow author writes: a class that extends {@link io.flowsweep.flow.FlowSpec} with {@link io.flowsweep.flow.Step}
 * methods, {@link io.flowsweep.flow.FlowConfig} and {@link io.flowsweep.flow.Parameter} fields, and plain fields that
 * become artifacts. This package depends on nothing else of FlowSweep, so a flow's own libraries cannot clash with ours.
 */
package io.flowsweep.flow;
