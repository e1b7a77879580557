/**
 * Attributes of decorators. {@link io.flowsweep.plan.attributes.DeployScope} fills in what their texts refer to,
 * {@link io.flowsweep.plan.attributes.Attributes} reads the values of one decorator and checks them.
 */
package io.flowsweep.plan.attributes;
