package io.flowsweep.sweep.live;

import io.flowsweep.client.Run;
import io.flowsweep.client.TaskCard;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.cards.CardPage;
import io.flowsweep.sweep.events.TrialId;
import java.io.IOException;
import java.util.stream.Stream;

/** The cards that the tasks of a run have made, as a page of their own. */
final class CardsAnswer implements Answer {

    private final LiveSweep sweep;

    CardsAnswer(LiveSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public void to(Question question, Reply reply) throws IOException {
        RecordedSweep recorded = sweep.recorded();
        TrialId id = new TrialId(question.number("variant"), (int) question.number("repeat"));
        Run run = recorded.trials()
                .find(id)
                .flatMap(recorded::run)
                .orElseThrow(() -> new BadQuestionException(404, "variant " + id.variant() + " has no run"));
        reply.cards(CardPage.of(run, cards(run).toList()).html());
    }

    static boolean has(Run run) {
        return cards(run).findAny().isPresent();
    }

    private static Stream<TaskCard> cards(Run run) {
        return run.steps().stream().flatMap(step -> step.tasks().stream()).flatMap(task -> task.cards().stream());
    }
}
