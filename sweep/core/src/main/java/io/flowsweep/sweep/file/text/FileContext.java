package io.flowsweep.sweep.file.text;

import io.flowsweep.config.Scope;

/**
 * What every reader of a part of the sweep file needs.
 *
 * @param keys the file's keys by position
 * @param scope what {@code ${…}} finds in quoted texts
 * @param problems where problems go
 */
public record FileContext(SourceKeys keys, Scope scope, ProblemList problems) {}
