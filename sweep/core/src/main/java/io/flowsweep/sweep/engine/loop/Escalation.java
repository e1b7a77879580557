package io.flowsweep.sweep.engine.loop;

import io.flowsweep.sweep.engine.result.RunResult;
import io.flowsweep.sweep.engine.run.Effort;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.events.FailureKind;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.spec.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides whether a failed trial gets another attempt, and with what: more memory when it ran out of it, more time when that
 * was too short, the same when its host was lost, none when the flow itself is at fault. What a trial came to need is
 * remembered for those that are larger: that have, for every axis, the same value or a larger number. Confined to one thread.
 */
public final class Escalation {

    private record Need(Map<String, Object> point, long memoryBytes) {}

    private final RetryPolicy policy;
    private final long ceiling;
    private final Map<TrialId, String> resumable;
    private final List<Need> needs = new ArrayList<>();

    /**
     * @param memoryCeiling the most that a run is ever given, in bytes
     * @param resumable runs of a driver that died, which the first attempts at their trials take over
     */
    public Escalation(RetryPolicy policy, long memoryCeiling, Map<TrialId, String> resumable) {
        this.policy = policy;
        this.resumable = resumable;
        this.ceiling =
                policy.memoryMax().map(max -> Math.min(max, memoryCeiling)).orElse(memoryCeiling);
    }

    /** The first attempt at a trial: with the memory that a smaller one turned out to need. */
    Effort first(Trial trial) {
        Effort first =
                resumable.containsKey(trial.id()) ? Effort.FIRST.resuming(resumable.get(trial.id())) : Effort.FIRST;
        return needs.stream()
                .filter(need -> isLarger(trial.variant().point(), need.point()))
                .map(Need::memoryBytes)
                .max(Long::compare)
                .map(first::withMemory)
                .orElse(first);
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
        needs.removeIf(need -> need.point().equals(trial.variant().point()));
        needs.add(new Need(trial.variant().point(), wanted));
        return Optional.of(effort.withMemory(wanted));
    }

    private static boolean isLarger(Map<String, Object> point, Map<String, Object> than) {
        return than.entrySet().stream().allMatch(e -> isAtLeast(point.get(e.getKey()), e.getValue()));
    }

    private static boolean isAtLeast(Object value, Object least) {
        return value instanceof Number a && least instanceof Number b
                ? a.doubleValue() >= b.doubleValue()
                : Objects.equals(value, least);
    }
}
