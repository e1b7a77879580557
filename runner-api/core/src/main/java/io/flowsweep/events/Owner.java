package io.flowsweep.events;

import io.flowsweep.store.ThisMachine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The process that answers for a run or a sweep.
 *
 * @param pid its process id
 * @param started when it started, which tells it from a later process with the same id
 * @param machine the name of its machine
 */
public record Owner(long pid, Instant started, String machine) {

    /** On Linux the start of a process is computed from that of the system, which moves when the clock is set. */
    private static final Duration CLOCK_SHIFT = Duration.ofSeconds(10);

    /** This process. */
    public static Owner self() {
        return Holder.SELF;
    }

    /** Whether it is a process of this machine, so that it can be told whether it lives. */
    public boolean isHere() {
        return machine.equals(self().machine());
    }

    /** {@code process 123 on ada-pc, started 2026-03-01T06:00:00Z}. */
    public String described() {
        return "process " + pid + " on " + machine + ", started " + started.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Whether the process lives; a process of another machine is taken to live, because nobody here can tell.
     */
    public boolean alive() {
        if (!isHere()) {
            return true;
        }
        return ProcessHandle.of(pid)
                .filter(process -> ThisMachine.lives(pid))
                .flatMap(p -> p.info().startInstant())
                .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_SHIFT) < 0)
                .orElse(false);
    }

    private static final class Holder {
        static final Owner SELF = new Owner(
                ProcessHandle.current().pid(),
                ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH),
                ThisMachine.name());
    }
}
