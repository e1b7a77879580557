package io.flowsweep.cli.drive;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Interrupts;
import io.flowsweep.cli.output.RunJson;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.client.Run;
import io.flowsweep.codec.Json;
import io.flowsweep.events.RunState;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.events.TrialId;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;

/** Runs some variants of a sweep by themselves, one after the other, with their logs on the screen. The sweep's journal does not know of it. */
final class OneByOne {

    /** Of the digits of an identity, for people. */
    private static final int SHOWN = 12;

    private final PrintWriter out;
    private final boolean json;

    OneByOne(CommandLine command, boolean json) {
        this.out = command.getOut();
        this.json = json;
    }

    /**
     * The exit code: success when all succeed. Once one has been ended from outside, no more are started.
     *
     * @param trials at least one
     */
    int run(Sweep sweep, List<TrialId> trials, SweepOptions options) {
        int code = ExitCodes.SUCCESS;
        for (TrialId trial : trials) {
            RunState state = run(sweep, trial, options);
            code = state == RunState.SUCCEEDED ? code : ExitCodes.VARIANT_FAILED;
            if (state == RunState.TERMINATED) {
                break;
            }
        }
        return code;
    }

    private RunState run(Sweep sweep, TrialId trial, SweepOptions options) {
        String identity = sweep.outlook(options).identity(trial);
        try (ExecutingRun executing = sweep.runOnly(trial, options);
                Interrupts interrupts = new Interrupts()) {
            interrupts.onInterrupt(executing::terminate);
            if (!json) {
                say(sweep.variant(trial.variant()).name() + (trial.repeat() == 0 ? "" : " #" + trial.repeat())
                        + ", run " + executing.id() + " of identity " + identity.substring(0, SHOWN));
                executing.streamLog(this::say);
            }
            executing.await();
            Run run = executing.run();
            say(
                    json
                            ? Json.write(facts(run, identity))
                            : run.state().name().toLowerCase(Locale.ROOT) + " in "
                                    + Texts.duration(run.duration())
                                    + run.failure().map(why -> ": " + why).orElse(""));
            return run.state();
        }
    }

    private static Map<String, Object> facts(Run run, String identity) {
        Map<String, Object> facts = new LinkedHashMap<>(RunJson.of(run));
        facts.put("identity", identity.substring(0, identity.indexOf(' ')));
        return facts;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
