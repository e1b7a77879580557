/**
 * What deployments wait for: {@link io.flowsweep.scheduler.subscription.Served} is a deployment with its schedule,
 * {@link io.flowsweep.scheduler.subscription.Subscription} an event that starts it. Known to targets, too, which check both when a flow
 * is deployed ({@link io.flowsweep.scheduler.subscription.AutomationChecks}).
 */
package io.flowsweep.scheduler.subscription;
