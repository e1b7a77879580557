package io.flowsweep.store;

import io.flowsweep.codec.Sha256;
import java.util.Optional;

/**
 * What stands where in a store. Every name given here passes through {@link #segment}, so any text may name a flow, a run
 * or a sweep.
 *
 * <pre>
 * flows/FLOW/runs/RUN/run.jsonl       written by the run's owner
 *                     host-N.jsonl    written by its host N, from 1
 *                     host-N.out      what host N printed
 *                     host-N.err      what host N printed to standard error, of a command; in host-N.out of any other
 *                     suspended       a mark: no task is to be begun
 *                     work/           a folder: where the command of a run works
 * inputs/ADDRESS/                     a folder: frozen inputs of commands
 * sweeps/SWEEP/journal.K.jsonl        written by driver K of the sweep, from 0
 *               driver.K              a mark: the process of driver K, while it drives
 *               control/K.N           a mark: a command for driver K
 *               accepted/NEW.OLD      a mark: code OLD gives the same results as NEW
 *               frozen/               the files of sweeps that were resumed, as they were
 * events/log.jsonl                    the events that a scheduler has taken, in their order
 *        waiting/NAME.ID              a mark: an event that he has not
 * scheduler/journal.K.jsonl           what scheduler K has done, from 0; its first line says how things stood
 * deployments/NAME/versions/N         a mark: what was deployed, from 1
 *                  changes/N          a mark: how the deployment stands from then on
 *                  runs/RUN           a mark: a run that was triggered
 *                  triggers/ID        a mark: the run that a trigger has led to
 *                  ended/RUN          a mark: nothing more will happen to the run
 * local-target/changes/N              a mark: the deployment that was changed
 *              orders/N               a mark: what the keeper of the store's triggered runs is to do
 *              keeper/N               a mark: the process that keeps them, while it does
 * compiled/KEY                        a mark: what a source was compiled to
 * locks/KEY                           a mark: what a set of libraries was resolved to
 * </pre>
 */
public final class StoreLayout {

    /** Where the flows are listed. */
    public static final String FLOWS = "flows";

    /** Where the sweeps are listed. */
    public static final String SWEEPS = "sweeps";

    /** Where the deployments are listed. */
    public static final String DEPLOYMENTS = "deployments";

    /** In the folder of a run that is a command: where it works, unless it shares a folder with others. */
    public static final String WORK = "work";

    /** Where the parts of the log of events are listed. */
    public static final String EVENTS = "events";

    /** Where the events are listed that no scheduler has taken. */
    public static final String EVENT_INBOX = "events/waiting";

    /** Where the journals of schedulers are listed. */
    public static final String SCHEDULER = "scheduler";

    /** Where frozen inputs of commands stand as files, a folder for each set. */
    public static final String INPUTS = "inputs";

    private static final int LONGEST = 120;
    private static final String MAPPED = "--";
    private static final int HASH_DIGITS = 16;

    private StoreLayout() {}

    /** Where the runs of a flow are listed. */
    public static String runs(String flow) {
        return join(FLOWS, segment(flow), "runs");
    }

    /** All that belongs to a run: what the methods below take as {@code run}. */
    public static String run(String flow, String runId) {
        return join(runs(flow), segment(runId));
    }

    /** The log of the run's owner. */
    public static String runLog(String run) {
        return join(run, "run.jsonl");
    }

    /** The log of a host of the run. */
    public static String hostLog(String run, int host) {
        return join(run, "host-".concat(Integer.toString(host)).concat(".jsonl"));
    }

    /** The log of a process that a host started to carry out tasks: the child-th of them, from 1. */
    public static String childLog(String run, int host, int child) {
        return join(run, "host-" + host + "." + child + ".jsonl");
    }

    /** The number of the host that a log of a run belongs to; 0 when it belongs to none. */
    public static int hostOf(String logName) {
        if (!logName.startsWith("host-") || !logName.endsWith(".jsonl")) {
            return 0;
        }
        int end = logName.indexOf('.');
        return Integer.parseInt(logName.substring("host-".length(), end));
    }

    /** What a host of the run printed. */
    public static String hostOutput(String run, int host) {
        return join(run, "host-".concat(Integer.toString(host)).concat(".out"));
    }

    /** What a host of the run printed to standard error, when that has a file of its own. */
    public static String hostErrors(String run, int host) {
        return join(run, "host-".concat(Integer.toString(host)).concat(".err"));
    }

    /** While this mark is there, no task of the run is begun. */
    public static String suspended(String run) {
        return join(run, "suspended");
    }

    /** All that belongs to a deployment. */
    public static String deployment(String name) {
        return join(DEPLOYMENTS, segment(name));
    }

    /** What the local target keeps that belongs to no single deployment. */
    public static String localTarget(String part) {
        return join("local-target", segment(part));
    }

    /** A file that a host which is a command needs while it lives; gone when it has ended. */
    public static String hostScratch(String run, int host, String name) {
        return join(run, "host-" + host + ".tmp-" + name);
    }

    /** A part of the log of the events that schedulers have taken, by the position at which it begins. */
    public static String eventLog(long start) {
        return join(EVENTS, start == 0 ? "log.jsonl" : "log." + start + ".jsonl");
    }

    /** Where the part of the log of events begins that has this name; empty of any other name. */
    public static Optional<Long> eventLogOf(String name) {
        if (name.equals("log.jsonl")) {
            return Optional.of(0L);
        }
        String digits = name.replaceFirst("^log\\.([0-9]{1,18})\\.jsonl$", "$1");
        return digits.equals(name) ? Optional.empty() : Optional.of(Long.valueOf(digits));
    }

    /** The mark of an event that no scheduler has taken. */
    public static String waitingEvent(String event) {
        return join(EVENT_INBOX, segment(event));
    }

    /** The journal of one scheduler of the store, from 0. */
    public static String schedulerJournal(int scheduler) {
        return join(SCHEDULER, "journal.".concat(Integer.toString(scheduler)).concat(".jsonl"));
    }

    /** The number of the scheduler whose journal has this name; empty of any other name. */
    public static Optional<Integer> schedulerOf(String name) {
        String digits = name.replaceFirst("^journal\\.([0-9]{1,9})\\.jsonl$", "$1");
        return digits.equals(name) ? Optional.empty() : Optional.of(Integer.valueOf(digits));
    }

    /** The mark of a compiled source. */
    public static String compiled(String key) {
        return join("compiled", segment(key));
    }

    /** The mark of a resolved set of libraries. */
    public static String lock(String key) {
        return join("locks", segment(key));
    }

    /** All that belongs to a sweep. */
    public static String sweep(String sweepId) {
        return join(SWEEPS, segment(sweepId));
    }

    /** The mark that gives one driver of a sweep its number: which process it is. */
    public static String driver(String sweepId, int driver) {
        return join(sweep(sweepId), "driver.".concat(Integer.toString(driver)));
    }

    /** Where the commands for the drivers of a sweep are listed. */
    public static String controls(String sweepId) {
        return join(sweep(sweepId), "control");
    }

    /** The mark of a command for one driver of a sweep. */
    public static String control(String sweepId, int driver, long number) {
        return join(controls(sweepId), driver + "." + number);
    }

    /** What a driver prints that works in the background: a file of its own for each. */
    public static String driverOutput(String sweepId, long number) {
        return join(sweep(sweepId), "output." + number + ".log");
    }

    /** Where the changes of code are listed that were declared to change no result of a sweep. */
    public static String acceptances(String sweepId) {
        return join(sweep(sweepId), "accepted");
    }

    /** The journal of one driver of a sweep. */
    public static String journal(String sweepId, int driver) {
        return join(sweep(sweepId), "journal.".concat(Integer.toString(driver)).concat(".jsonl"));
    }

    /**
     * A text as one segment of a name. A text that is a segment already stays as it is. In any other, and in one of more
     * than 120 characters, what is not allowed becomes {@code _}, the rest is cut at 100 characters, and {@code --} with
     * the first 16 digits of the text's SHA-256 is added, so that different texts stay different.
     */
    public static String segment(String text) {
        if (isSegment(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONGEST - MAPPED.length() - HASH_DIGITS - 2; i++) {
            char c = text.charAt(i);
            safe.append(StoreNames.allowed(c) && (i > 0 || c != '.') ? c : '_');
        }
        return safe.append(MAPPED).append(Sha256.of(text), 0, HASH_DIGITS).toString();
    }

    private static boolean isSegment(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.charAt(0) == '.') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!StoreNames.allowed(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String join(String... segments) {
        return String.join("/", segments);
    }
}
