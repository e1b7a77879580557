/**
 * Configs of flows: where they come from ({@link io.flowsweep.planner.config.ConfigSource}), and what that says.
 * {@link io.flowsweep.planner.config.ConfigField} is one that a class declares, {@link io.flowsweep.planner.config.DeclaredConfig} one of
 * a source that is not compiled yet, {@link io.flowsweep.planner.config.GivenConfigs} are those of a flow that declares none;
 * {@code ConfigReading} reads for all of them.
 */
package io.flowsweep.planner.config;
