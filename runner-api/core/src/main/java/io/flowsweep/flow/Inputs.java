package io.flowsweep.flow;

import java.util.stream.Stream;

/**
 * What reaches a join: one instance of the flow a branch, with the branch's artifacts, in the order in which the split
 * names its branches, or of the list that a {@code foreach} went over. Changing an instance has no effect on the run.
 *
 * @param <F> the flow's own class
 */
public interface Inputs<F extends FlowSpec> extends Iterable<F> {

    /** The number of branches. */
    int size();

    /**
     * The branch at a position.
     *
     * @param index from 0 (inclusive) to {@link #size()} (exclusive)
     * @throws IndexOutOfBoundsException otherwise
     */
    F get(int index);

    /**
     * The branch whose last step has this name.
     *
     * @throws IllegalArgumentException when there is none, or, after a {@code foreach}, more than one; the message lists
     *     those that exist
     */
    F get(String step);

    /** The branches in order. */
    Stream<F> stream();

    /** Implements {@link FlowSpec#mergeArtifacts}; call that instead. */
    void mergeInto(FlowSpec target, Merge merge);
}
