/**
 * A sweep as one file: its journals, the logs of its runs, what they refer to, and its results for people. Start at {@link
 * io.flowsweep.sweep.archive.SweepArchive}.
 */
package io.flowsweep.sweep.archive;
