/**
 * {@code flowsweep bench}: the same work by each executor, by bare JVMs, and by other tools that are installed.
 * {@link io.flowsweep.cli.bench.Benchmark} is where to start; {@code Contenders} says who takes part and {@code Measurement}
 * what is measured.
 */
package io.flowsweep.cli.bench;
