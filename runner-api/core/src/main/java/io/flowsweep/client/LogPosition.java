package io.flowsweep.client;

/**
 * A place between two lines of what a run has printed: where one reading ended and the next begins.
 *
 * @param host the host that printed, from 1
 * @param output in that host's output
 * @param errors in what it printed to standard error, where that is a log of its own
 */
public record LogPosition(int host, Place output, Place errors) {

    /**
     * A place in one log.
     *
     * @param offset as the store counts
     * @param lines how many whole lines after it
     */
    public record Place(long offset, int lines) {

        static final Place START = new Place(0, 0);
    }

    /** Before the first line. */
    public static final LogPosition START = beginningOf(1);

    static LogPosition beginningOf(int host) {
        return new LogPosition(host, Place.START, Place.START);
    }
}
