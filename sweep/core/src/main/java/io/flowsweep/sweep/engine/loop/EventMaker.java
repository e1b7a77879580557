package io.flowsweep.sweep.engine.loop;

import io.flowsweep.client.MetricValue;
import io.flowsweep.sweep.engine.result.RunResult;
import io.flowsweep.sweep.engine.run.Effort;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.engine.trial.VariantFacts;
import io.flowsweep.sweep.events.FailureKind;
import io.flowsweep.sweep.events.SweepEvent.AttemptFailed;
import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import java.time.Instant;
import java.util.Optional;

/** Puts what an engine learns of a trial into the form of events. */
final class EventMaker {

    private final VariantFacts facts;

    EventMaker(VariantFacts facts) {
        this.facts = facts;
    }

    VariantStarted started(Trial trial, Effort effort, String run) {
        return new VariantStarted(
                Instant.now(),
                trial.variant().index(),
                trial.repeat(),
                trial.variant().name(),
                facts.identity(trial.variant()),
                run,
                facts.values(trial.variant()),
                effort.attempt(),
                effort.resumes(),
                trial.key());
    }

    VariantSkipped skipped(Trial trial, String reason) {
        return new VariantSkipped(
                Instant.now(),
                trial.variant().index(),
                trial.repeat(),
                trial.variant().name(),
                facts.values(trial.variant()),
                reason);
    }

    MetricReported reported(Flight flight, MetricValue value) {
        return new MetricReported(
                value.at(),
                flight.trial().variant().index(),
                flight.trial().repeat(),
                flight.run().id(),
                value.metric(),
                value.step(),
                value.value());
    }

    /** @param next the attempt that follows */
    AttemptFailed attemptFailed(Flight flight, RunResult result, Effort next) {
        FailureKind kind = result.kind().orElseThrow();
        return new AttemptFailed(
                Instant.now(),
                flight.trial().variant().index(),
                flight.trial().repeat(),
                flight.run().id(),
                result.state(),
                result.failure().orElse(""),
                kind,
                result.seconds(),
                next.escalated(),
                kind == FailureKind.MEMORY ? next.memoryBytes() : Optional.empty());
    }

    VariantFinished finished(Flight flight, RunResult result) {
        return new VariantFinished(
                Instant.now(),
                flight.trial().variant().index(),
                flight.trial().repeat(),
                flight.run().id(),
                result.state(),
                result.metrics(),
                result.seconds(),
                result.failure(),
                result.kind(),
                flight.effort().attempt(),
                flight.effort().escalated());
    }
}
