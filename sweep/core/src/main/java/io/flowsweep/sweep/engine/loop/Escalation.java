package io.flowsweep.sweep.engine.loop;

import io.flowsweep.sweep.engine.result.RunResult;
import io.flowsweep.sweep.engine.run.Effort;
import io.flowsweep.sweep.engine.trial.MemoryNeeds;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.events.FailureKind;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.spec.RetryPolicy;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether a failed trial gets another attempt, and with what: more memory when it ran out of it, more time when that
 * was too short, the same when its host was lost, none when the flow itself is at fault. What a trial came to need is
 * remembered for those that are larger; see {@link MemoryNeeds}. Confined to one thread.
 */
public final class Escalation {

    private final RetryPolicy policy;
    private final long ceiling;
    private final Map<TrialId, String> resumable;
    private final MemoryNeeds needs;

    /**
     * @param memoryCeiling the most that a run is ever given, in bytes
     * @param resumable runs of a driver that died, which the first attempts at their trials take over
     * @param needs what earlier drivers have learned
     */
    public Escalation(RetryPolicy policy, long memoryCeiling, Map<TrialId, String> resumable, MemoryNeeds needs) {
        this.policy = policy;
        this.needs = needs;
        this.resumable = resumable;
        this.ceiling =
                policy.memoryMax().map(max -> Math.min(max, memoryCeiling)).orElse(memoryCeiling);
    }

    /** The first attempt at a trial: with the memory that a smaller one turned out to need. */
    Effort first(Trial trial) {
        Effort first =
                resumable.containsKey(trial.id()) ? Effort.FIRST.resuming(resumable.get(trial.id())) : Effort.FIRST;
        return needs.of(trial.variant().point()).map(first::withMemory).orElse(first);
    }

    /** The next attempt after a failure; empty when there is none. */
    Optional<Effort> next(Trial trial, Effort effort, RunResult result, String run) {
        FailureKind kind = result.kind().orElse(FailureKind.USER);
        if (effort.attempt() > policy.times()) {
            return Optional.empty();
        }
        return switch (kind) {
            case MEMORY -> moreMemory(trial, effort.again(run), result.memoryBytes());
            case TIMEOUT -> Optional.of(effort.again(run).withTime(effort.timeFactor() * policy.timeoutFactor()));
            case LOST_HOST -> Optional.of(effort.again(run));
            case USER, STORE -> Optional.empty();
        };
    }

    private Optional<Effort> moreMemory(Trial trial, Effort effort, long had) {
        long wanted = Math.min(ceiling, (long) (had * policy.memoryFactor()));
        if (had <= 0 || wanted <= had) {
            return Optional.empty();
        }
        needs.learn(trial.variant().point(), wanted);
        return Optional.of(effort.withMemory(wanted));
    }
}
