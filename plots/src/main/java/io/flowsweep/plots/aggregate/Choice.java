package io.flowsweep.plots.aggregate;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * An even choice of what is too much to be used one by one: of each of equally long parts one, drawn from a fixed seed. (Every
 * second row would be those of one value of an axis that changes from row to row.)
 *
 * @param all how many there are
 * @param most how many are used, about; 1 at least
 */
record Choice(int all, int most) {

    private static final long SEED = 20_260_103;

    boolean leavesOut() {
        return all > most;
    }

    /** The share of one group among all. */
    <T> List<T> of(List<T> group) {
        return indices(group.size()).mapToObj(group::get).toList();
    }

    /** Ascending. */
    IntStream indices(int size) {
        if (!leavesOut()) {
            return IntStream.range(0, size);
        }
        int chosen = (int) Math.ceil((double) size * most / all);
        SplittableRandom random = new SplittableRandom(SEED);
        return IntStream.range(0, chosen).map(i -> random.nextInt(start(i, size, chosen), start(i + 1, size, chosen)));
    }

    /** @param how what becomes of them: {@code drawn} */
    void say(Caption caption, String what, String how) {
        if (leavesOut()) {
            caption.say("an even choice of " + Caption.count(most, what) + " " + how);
        }
    }

    private static int start(int part, int size, int parts) {
        return (int) ((long) part * size / parts);
    }
}
