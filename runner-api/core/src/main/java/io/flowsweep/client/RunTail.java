package io.flowsweep.client;

import io.flowsweep.client.LogPosition.Place;
import io.flowsweep.events.PrintedLine;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.LogTail;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the last lines of what the hosts of a run have printed, from the last host backwards, and of each log only its end. */
final class RunTail {

    /** What is read of one log at most, about. */
    private static final int BYTES = 1 << 18;

    private static final LogTail NO_LOG = new LogTail(true, List.of(), 0);

    private final Store store;
    private final String folder;
    private final Optional<CommandPlan> command;
    private final List<LogLine> lines = new ArrayList<>();
    private boolean whole = true;

    private RunTail(Store store, String folder, Optional<CommandPlan> command) {
        this.store = store;
        this.folder = folder;
        this.command = command;
    }

    /** The same parameters as {@link RunLog#lines}; and how many lines at most. */
    static PrintedTail of(Store store, String folder, FlowPlan plan, int lastHost, int most) {
        RunTail tail = new RunTail(store, folder, plan.command());
        LogPosition end = LogPosition.START;
        int host = lastHost;
        for (; host >= 1 && tail.lines.size() < most; host--) {
            LogPosition behind = tail.read(host, most - tail.lines.size());
            end = host == lastHost ? behind : end;
        }
        return new PrintedTail(tail.whole && host <= 0, tail.lines, end);
    }

    /** Puts the last lines of a host before those that there are; of either log half of them unless the other has fewer. */
    private LogPosition read(int host, int room) {
        LogTail output = store.tail(StoreLayout.hostOutput(folder, host), BYTES);
        LogTail errors = command.isPresent() ? store.tail(StoreLayout.hostErrors(folder, host), BYTES) : NO_LOG;
        LogPosition behind = new LogPosition(host, new Place(output.next(), 0), new Place(errors.next(), 0));
        int there = output.lines().size();
        int ofErrors = Math.min(errors.lines().size(), Math.max(room / 2, room - there));
        int ofOutput = Math.min(there, room - ofErrors);
        List<LogLine> found = new ArrayList<>();
        add(output, ofOutput, false, behind, found);
        add(errors, ofErrors, true, behind, found);
        lines.addAll(0, found);
        return behind;
    }

    private void add(LogTail log, int most, boolean error, LogPosition behind, List<LogLine> found) {
        List<String> texts = log.lines();
        for (String text : texts.subList(texts.size() - most, texts.size())) {
            PrintedLine printed = RunLog.parse(command, text, error);
            found.add(new LogLine(printed.task(), printed.error(), printed.text(), behind));
        }
        whole &= log.whole() && most == texts.size();
    }
}
