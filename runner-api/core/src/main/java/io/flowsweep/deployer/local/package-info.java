/**
 * The target that needs no server: deployments are marks in the store, and a process that starts when it is needed, the keeper,
 * owns the runs that are triggered. Start at {@link io.flowsweep.deployer.local.LocalTarget}, and for the process at
 * {@code Keeper}.
 */
package io.flowsweep.deployer.local;
