/**
 * Reads sweep files: {@link io.flowsweep.sweep.file.SweepFile} is where to start; {@code SweepFileReader} goes through a file
 * part by part, with a reader for each, and makes a {@link io.flowsweep.sweep.spec.SweepSpec}. What many readers need is below:
 * the file as a {@code text}, the {@code base} that axes vary, each {@code axis}, what overrides {@code edit}; {@code resolve}
 * makes variants of what was read.
 */
package io.flowsweep.sweep.file;
