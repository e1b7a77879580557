package io.flowsweep.sweep.live;

import io.flowsweep.codec.Json;
import io.flowsweep.sweep.SweepControl;
import io.flowsweep.sweep.events.ControlAction;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Tells the drivers of the sweep to end, to pause, to go on, or to run a variant again; to how many it was told. */
final class ControlAnswer implements Answer {

    /** @param variant the one it is about; absent for all */
    record Order(ControlAction action, Optional<Long> variant) {}

    private final LiveSweep sweep;

    ControlAnswer(LiveSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public void to(Question question, Reply reply) throws IOException {
        if (!question.changesSomething()) {
            throw new BadQuestionException(405, "an order is a POST");
        }
        Order order = question.body(Order.class);
        SweepControl control = sweep.recorded().control();
        int told = switch (order.action()) {
            case CANCEL -> control.cancel(order.variant());
            case PAUSE -> control.pause();
            case RESUME -> control.resume();
            case ADD -> control.add(order.variant().orElseThrow(() -> new BadQuestionException("it says no variant")));
        };
        if (told == 0) {
            throw new BadQuestionException(409, "No driver of this sweep is at work.");
        }
        reply.json(Json.write(Map.of("told", (long) told)));
    }
}
