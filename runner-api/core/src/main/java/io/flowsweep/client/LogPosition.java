package io.flowsweep.client;

/**
 * A place between two lines of what a run has printed: where one reading ended and the next begins.
 *
 * @param host the host that printed, from 1
 * @param offset a place in that host's output, as the store counts
 * @param lines how many whole lines after it
 */
public record LogPosition(int host, long offset, int lines) {

    /** Before the first line. */
    public static final LogPosition START = new LogPosition(1, 0, 0);
}
