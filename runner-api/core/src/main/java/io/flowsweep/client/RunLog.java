package io.flowsweep.client;

import io.flowsweep.events.PrintedLine;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.source.FlowSources;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads what the hosts of a run have printed, one host after the other, a part at a time; of a host whose standard
 * error is a log of its own, that after what is new in its output.
 */
public final class RunLog {

    private final Store store;
    private final String folder;
    private final Optional<CommandPlan> command;
    private final int lastHost;
    private int host;
    private PrintedLog output;
    private PrintedLog errors;
    private boolean inErrors;

    private RunLog(Store store, String folder, Optional<CommandPlan> command, int lastHost, LogPosition from) {
        this.store = store;
        this.command = command;
        this.folder = folder;
        this.lastHost = lastHost;
        open(from);
    }

    /**
     * The lines from a position on.
     *
     * @param folder the name of the run's folder in the store
     * @param plan of the run
     * @param lastHost the number of the run's last host so far; 0 when it has none yet
     */
    public static Stream<LogLine> lines(Store store, String folder, FlowPlan plan, int lastHost, LogPosition from) {
        Iterator<LogLine> log = new RunLog(store, folder, plan.command(), lastHost, from).iterator();
        int order = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(log, order), false);
    }

    private void open(LogPosition from) {
        host = from.host();
        inErrors = false;
        output = new PrintedLog(store, StoreLayout.hostOutput(folder, host), from.output());
        errors = new PrintedLog(store, StoreLayout.hostErrors(folder, host), from.errors());
    }

    private Iterator<LogLine> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return find();
            }

            @Override
            public LogLine next() {
                if (!find()) {
                    throw new NoSuchElementException();
                }
                return take();
            }
        };
    }

    /** Goes to the next line, into the log of the next host if need be; whether there is one. */
    private boolean find() {
        while (host <= lastHost) {
            inErrors = inErrors || !output.hasNext();
            if (!inErrors || command.isPresent() && errors.hasNext()) {
                return true;
            }
            if (host == lastHost) {
                return false;
            }
            open(LogPosition.beginningOf(host + 1));
        }
        return false;
    }

    private LogLine take() {
        PrintedLine printed = inErrors ? parse(command, errors.next(), true) : parse(command, output.next(), false);
        LogPosition behind = new LogPosition(host, output.place(), errors.place());
        return new LogLine(printed.task(), printed.error(), printed.text(), behind);
    }

    /**
     * What a line of a host's log says. What a command prints has no marks.
     *
     * @param error whether it is of a log of standard error
     */
    static PrintedLine parse(Optional<CommandPlan> command, String text, boolean error) {
        PrintedLine line = command.map(c -> FlowSources.line(c, text)).orElseGet(() -> PrintedLine.parse(text));
        return error ? new PrintedLine(line.task(), true, line.text()) : line;
    }
}
