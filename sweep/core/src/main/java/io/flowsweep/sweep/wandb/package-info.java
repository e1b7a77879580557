/**
 * Sweeps of W&amp;B: {@link io.flowsweep.sweep.wandb.WandbSweep} converts a sweep configuration into a sweep file that
 * has its command run. What has no counterpart becomes a note.
 */
package io.flowsweep.sweep.wandb;
