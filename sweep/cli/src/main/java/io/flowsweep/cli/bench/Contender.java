package io.flowsweep.cli.bench;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Who carries out the work.
 *
 * @param name for the table
 * @param variants how many, at the usual size of the benchmark
 * @param command carries out so many of them
 */
record Contender(String name, int variants, IntFunction<List<String>> command) {

    /** The smallest sweep that has all that a larger one has: of one variant no chart is drawn. */
    static final int LEAST = 2;
}
