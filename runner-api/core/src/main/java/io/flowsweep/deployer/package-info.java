/**
 * The public face for flows that are deployed: kept in a target with code, libraries and configs as they are now, and run when
 * they are triggered, by whoever sees the target. Start at {@link io.flowsweep.deployer.Deployer}. Targets are found by name
 * through {@code spi}; {@code local} is the one that needs no server.
 */
package io.flowsweep.deployer;
