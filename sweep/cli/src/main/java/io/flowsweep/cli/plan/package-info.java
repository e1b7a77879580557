/**
 * {@code flowsweep plan} and {@code config}: what a sweep file means, before anything is started.
 * {@link io.flowsweep.cli.plan.VariantCount} says how many variants there are, as far as that is known; the verbs that start
 * sweeps use it too.
 */
package io.flowsweep.cli.plan;
