package io.flowsweep.metaflow.run;

import java.util.Optional;

/**
 * An artifact that is on record by its place in the datastore alone.
 *
 * @param type as Python writes it
 * @param encoding as Metaflow does
 * @param file that holds the content, absolute
 * @param python the run's interpreter
 * @param script the flow's file, as it was run
 * @param elsewhere where the file is copied from when it is not there
 */
record NamedValue(
        String type, String encoding, String file, String python, String script, Optional<Elsewhere> elsewhere) {}
