package io.flowsweep.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * What a task is for: its step, the branches it is in, and which repetition of a switch it is. Its text, for instance
 * {@code train[start:3]} or {@code loop@2}, is the same in every run of the same flow.
 *
 * @param branches the open branches, the outermost first
 * @param repeat from 0
 */
record TaskKey(String step, List<Branch> branches, int repeat) {

    /** One branch: the step that split, and the position among its branches or elements. */
    record Branch(String opener, int index) {}

    static TaskKey start(String step) {
        return new TaskKey(step, List.of(), 0);
    }

    /** The task of another step in the same branches. */
    TaskKey then(String next) {
        return new TaskKey(next, branches, next.equals(step) ? repeat + 1 : 0);
    }

    /** The task of another step in a branch that this task opens. */
    TaskKey into(String next, int index) {
        List<Branch> inner = new ArrayList<>(branches);
        inner.add(new Branch(step, index));
        return new TaskKey(next, inner, 0);
    }

    /** The task of a join that closes the innermost branch. */
    TaskKey outOf(String join) {
        return new TaskKey(join, branches.subList(0, branches.size() - 1), 0);
    }

    Branch innermost() {
        return branches.get(branches.size() - 1);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(step);
        String separator = "[";
        for (Branch branch : branches) {
            text.append(separator).append(branch.opener()).append(':').append(branch.index());
            separator = ",";
        }
        text.append(branches.isEmpty() ? "" : "]");
        return repeat == 0 ? text.toString() : text.append('@').append(repeat).toString();
    }
}
