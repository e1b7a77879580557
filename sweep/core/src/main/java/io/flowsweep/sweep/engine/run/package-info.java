/**
 * How one trial is run: a {@link io.flowsweep.sweep.engine.run.RunLauncher} starts it, as a run of this driver
 * ({@code VariantRunner}) or as a deployment ({@code DeployedRunner}); {@code VariantRunners} gives it its config, its Java and its
 * Python. Knows nothing of how many there are and of their order.
 */
package io.flowsweep.sweep.engine.run;
