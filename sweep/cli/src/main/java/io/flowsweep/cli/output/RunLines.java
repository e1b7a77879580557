package io.flowsweep.cli.output;

import io.flowsweep.client.LogLine;
import io.flowsweep.client.LogPosition;
import io.flowsweep.client.Run;
import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** What a run prints, each line told once. For one thread. */
public final class RunLines {

    private static final long POLL_NANOS = 200_000_000;

    private final Consumer<LogLine> told;
    private Run run;
    private LogPosition position;

    /**
     * @param from where the first line begins that is told
     * @param told takes each line
     */
    public RunLines(Run run, LogPosition from, Consumer<LogLine> told) {
        this.run = run;
        this.position = from;
        this.told = told;
    }

    /** Tells what has been printed by now. */
    public void tell() {
        for (Iterator<LogLine> lines = run.printed(position).iterator(); lines.hasNext(); ) {
            LogLine line = lines.next();
            position = line.next();
            told.accept(line);
        }
    }

    /** Tells what has been printed by now and what follows, until the run has ended. */
    public void follow() {
        while (!run.state().ended()) {
            tell();
            LockSupport.parkNanos(POLL_NANOS);
            run = run.parent().run(run.id()).orElse(run);
        }
        tell(); // what came between the last look at the log and the end
    }
}
