/**
 * Overrides on the command line, {@code cpu=1,2 +event=daily ~debug}, in the grammar of Hydra 1.4 (with inclusive
 * {@code a=1..15} besides). {@link io.flowsweep.sweep.override.SweepOverride} is one of them, parsed by {@code OverrideParser}
 * and {@code ValueParser}.
 */
package io.flowsweep.sweep.override;
