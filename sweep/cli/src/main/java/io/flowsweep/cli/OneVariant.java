package io.flowsweep.cli;

import io.flowsweep.client.Run;
import io.flowsweep.codec.Json;
import io.flowsweep.events.RunState;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;

/** Runs one variant of a sweep by itself, with its log on the screen. The sweep's journal does not know of it. */
final class OneVariant {

    private final PrintWriter out;
    private final boolean json;

    OneVariant(CommandLine command, boolean json) {
        this.out = command.getOut();
        this.json = json;
    }

    /** The exit code. */
    int run(Sweep sweep, long index, SweepOptions options) {
        try (ExecutingRun executing = sweep.runOnly(index, options);
                Interrupts interrupts = new Interrupts()) {
            interrupts.onInterrupt(executing::terminate);
            if (!json) {
                say(sweep.variant(index).name() + ", run " + executing.id());
                executing.streamLog(this::say);
            }
            executing.await();
            Run run = executing.run();
            say(
                    json
                            ? Json.write(RunJson.of(run))
                            : run.state().name().toLowerCase(Locale.ROOT) + " in "
                                    + Texts.duration(run.duration())
                                    + run.failure().map(why -> ": " + why).orElse(""));
            return run.state() == RunState.SUCCEEDED ? ExitCodes.SUCCESS : ExitCodes.VARIANT_FAILED;
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
