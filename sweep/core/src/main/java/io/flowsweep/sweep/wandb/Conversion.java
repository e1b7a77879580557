package io.flowsweep.sweep.wandb;

import java.util.List;

/**
 * What became of a sweep of W&amp;B.
 *
 * @param name of the sweep, fit to be a file's name
 * @param sweepFile the text of the sweep file
 * @param notes what could not be kept, and what is to be looked at, one sentence each
 */
public record Conversion(String name, String sweepFile, List<String> notes) {}
