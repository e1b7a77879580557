/**
 * Configuration documents, on the driver's side only (hosts never load this package).
 *
 * <p>Start at {@link io.flowsweep.config.ConfigDocument}: parsed but unresolved, so that overrides reach substitutions.
 * It resolves into a {@link io.flowsweep.config.ResolvedConfig}: plain values, each with its file and line.
 * {@link io.flowsweep.config.Scope} expands {@code ${…}} inside texts. HOCON and JSON are parsed by typesafe-config,
 * other formats in the package {@code format}; includes go through our own includer, which reads files of the project
 * and nothing else.
 */
package io.flowsweep.config;
