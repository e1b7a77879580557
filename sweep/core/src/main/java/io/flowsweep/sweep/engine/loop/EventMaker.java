package io.flowsweep.sweep.engine.loop;

import io.flowsweep.client.MetricValue;
import io.flowsweep.sweep.engine.result.RunResult;
import io.flowsweep.sweep.engine.run.Effort;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.engine.trial.VariantFacts;
import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import java.time.Instant;

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

    MetricReported reported(Trial trial, String run, MetricValue value) {
        return new MetricReported(
                value.at(), trial.variant().index(), trial.repeat(), run, value.metric(), value.step(), value.value());
    }

    VariantFinished finished(Trial trial, Effort effort, String run, RunResult result) {
        return new VariantFinished(
                Instant.now(),
                trial.variant().index(),
                trial.repeat(),
                run,
                result.state(),
                result.metrics(),
                result.seconds(),
                result.failure(),
                result.kind(),
                effort.attempt(),
                effort.escalated());
    }
}
