/** A flow's class as it is declared: {@link io.flowsweep.planner.definition.FlowDefinition}, read once and not yet checked. */
package io.flowsweep.planner.definition;
