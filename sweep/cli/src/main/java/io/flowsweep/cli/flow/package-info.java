/**
 * {@code flowsweep flow …}: runs one flow, shows and checks its plan, reads what runs have left, deploys it.
 * {@link io.flowsweep.cli.flow.FlowVerbs} names the verbs. Uses {@code graph} for the drawing of a flow and {@code deployment}
 * for what is deployed.
 */
package io.flowsweep.cli.flow;
