package io.flowsweep.plots.render;

/** A category or a series in a JFreeChart dataset. Told apart by the index: two may read the same. */
record Key(int index, String text) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
        return Integer.compare(index, other.index);
    }

    /** What JFreeChart shows. */
    @Override
    public String toString() {
        return text;
    }
}
