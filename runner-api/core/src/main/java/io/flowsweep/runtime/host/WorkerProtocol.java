package io.flowsweep.runtime.host;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;

/**
 * What a driver and its worker tell each other. Orders go to the worker's file descriptor {@value #ORDERS}, a line of JSON
 * each; the driver sends one when the worker has answered the last. Answers come from its standard output, each behind
 * {@link #MARK} on a line; anything else there and on standard error was printed by native code, by a child of the flow or by
 * the JVM, and belongs to the output of the run under way.
 */
public final class WorkerProtocol {

    /** Where a worker reads its orders: its standard input is left empty for the flows. */
    public static final int ORDERS = 3;

    public static final String MARK = "\u0002flowsweep ";

    /** The run has begun; when the worker is lost before, nothing has happened. */
    public static final String BEGUN = "begun";

    /** The run has ended, and the worker is fit for another. */
    public static final String STAYS = "stays";

    /** The run has ended, and has left the worker unfit for another. */
    public static final String LEAVES = "leaves";

    /**
     * A run to be carried out.
     *
     * @param store the address of the store
     * @param run the name of the run's folder in the store
     * @param host the host's number in the run
     * @param timeoutMillis 0 for none
     */
    public record Order(String store, String run, int host, long timeoutMillis) {

        /** One line, without its end. */
        public String toLine() {
            return Json.write(ValueCodec.encode(Order.class, this));
        }

        static Order parse(String line) {
            return ValueCodec.decode(Order.class, Json.parse(line));
        }
    }

    private WorkerProtocol() {}
}
