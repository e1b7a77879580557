/**
 * {@code flowsweep deployments …}, {@code scheduler} and {@code events …}: what is deployed, and what starts runs of it.
 * {@link io.flowsweep.cli.deployment.DeploymentVerbs} names the verbs. Knows no verb of sweeps or of single flows.
 */
package io.flowsweep.cli.deployment;
