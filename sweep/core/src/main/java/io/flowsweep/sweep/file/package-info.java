/**
 * The sweep file: {@link io.flowsweep.sweep.file.SweepFile} reads and checks it into a
 * {@link io.flowsweep.sweep.file.SweepSpec}, from which {@link io.flowsweep.sweep.file.Variants} resolves any variant by
 * index. Each part of the file has its reader; {@code SweepFileReader} calls them in turn and tells all problems at once.
 */
package io.flowsweep.sweep.file;
