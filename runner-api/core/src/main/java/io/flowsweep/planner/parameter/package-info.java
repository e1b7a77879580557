/**
 * Parameters of flows: {@link io.flowsweep.planner.parameter.Parameters} takes the values that they are given, and finds the defaults
 * of the others. {@code ParameterField} is one of them, {@code ParameterValues} reads what people and programs give.
 */
package io.flowsweep.planner.parameter;
