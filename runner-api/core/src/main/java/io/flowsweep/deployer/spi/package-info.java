/**
 * What deploys and triggers flows somewhere. {@link io.flowsweep.deployer.spi.Target} is the SPI, found by name through
 * {@link io.flowsweep.deployer.spi.TargetProvider}.
 */
package io.flowsweep.deployer.spi;
