package io.flowsweep.cli.drive;

import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvents;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Every event as a line of JSON. */
final class JsonView implements Consumer<SweepEvent> {

    private final PrintWriter out;

    JsonView(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(SweepEvent event) {
        out.print(SweepEvents.toLine(event) + "\n");
        out.flush();
    }
}
