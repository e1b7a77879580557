package io.flowsweep.client;

import io.flowsweep.events.PrintedLine;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.source.FlowSources;
import io.flowsweep.store.LogSlice;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what the hosts of a run have printed, one host after the other, a part at a time. */
public final class RunLog implements Iterator<LogLine> {

    private static final int PART = 1 << 16;

    private final Store store;
    private final String folder;
    private final Optional<CommandPlan> command;
    private final int lastHost;
    private int host;
    private long offset;
    private int line;
    private List<String> part = List.of();
    private long next;

    private RunLog(Store store, String folder, Optional<CommandPlan> command, int lastHost, LogPosition from) {
        this.store = store;
        this.command = command;
        this.folder = folder;
        this.lastHost = lastHost;
        this.host = from.host();
        this.offset = from.offset();
        this.next = from.offset();
        this.line = from.lines();
    }

    /**
     * The lines from a position on.
     *
     * @param folder the name of the run's folder in the store
     * @param plan of the run
     * @param lastHost the number of the run's last host so far; 0 when it has none yet
     */
    public static Stream<LogLine> lines(Store store, String folder, FlowPlan plan, int lastHost, LogPosition from) {
        RunLog log = new RunLog(store, folder, plan.command(), lastHost, from);
        if (from.lines() > 0) {
            log.read();
        }
        int order = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(log, order), false);
    }

    @Override
    public boolean hasNext() {
        while (line >= part.size()) {
            line = 0;
            if (read() == 0) {
                if (host >= lastHost) {
                    return false;
                }
                host++;
                next = 0;
            }
        }
        return true;
    }

    @Override
    public LogLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        PrintedLine printed = printed(part.get(line));
        line++;
        LogPosition behind = line == part.size() ? new LogPosition(host, next, 0) : new LogPosition(host, offset, line);
        return new LogLine(printed.task(), printed.error(), printed.text(), behind);
    }

    /** What a command prints has no marks. */
    private PrintedLine printed(String text) {
        return command.map(c -> FlowSources.line(c, text)).orElseGet(() -> PrintedLine.parse(text));
    }

    /** The next part, and how many lines it has. */
    private int read() {
        offset = next;
        if (host > lastHost) {
            return 0;
        }
        LogSlice slice = store.read(StoreLayout.hostOutput(folder, host), offset, PART);
        part = slice.lines();
        next = slice.next();
        return part.size();
    }
}
