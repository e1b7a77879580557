/**
 * Plans as JSON, as they stand in the request of a run: {@link io.flowsweep.plan.json.PlanWriter} and
 * {@link io.flowsweep.plan.json.PlanReader}. By hand, as every host reads one.
 */
package io.flowsweep.plan.json;
