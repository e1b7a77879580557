package io.flowsweep.flow;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the text of a config into its values, or computes them. It runs where a run is started, never in a host: what it
 * gives is kept with the run, and a resumed run gets the same without asking it again.
 *
 * <p>An implementation has a constructor without arguments and is named by {@link FlowConfig#parser()}. It may stand in the
 * flow's own file. It is made anew for each use, so it needs no thread safety.
 */
public interface ConfigParser {

    /**
     * The values: maps, lists, strings, numbers, booleans and null. Null for the whole when there is nothing to give, which
     * only a config in an {@code Optional} may be.
     *
     * @throws Exception when it cannot; the message becomes that of the error, which also names config and place
     */
    Map<String, ?> parse(Input input) throws Exception;

    /**
     * What there is to parse.
     *
     * @param text the file's content, or the value as text; empty when the config was given none and is to be computed
     * @param file that the text is from
     * @param directory of the flow's source file; the working directory for a class
     */
    record Input(String text, Optional<Path> file, Path directory) {}
}
