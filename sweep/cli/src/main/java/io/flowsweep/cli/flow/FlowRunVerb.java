package io.flowsweep.cli.flow;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Interrupts;
import io.flowsweep.cli.output.RunJson;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.client.LogPosition;
import io.flowsweep.client.Run;
import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.Secrets;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunState;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** {@code flowsweep flow run} and {@code flow resume}. */
final class FlowRunVerb {

    private static final int LONGEST_VALUE = 200;

    private final FlowStart command;
    private final PrintWriter out;

    FlowRunVerb(FlowStart command) {
        this.command = command;
        this.out = command.spec.commandLine().getOut();
    }

    int run() {
        return call(Runner::start);
    }

    /** @param from the step from which on everything is carried out again; null for none */
    int resume(String origin, String from) {
        return call(runner -> {
            String id = origin.equals("latest") ? LatestRun.id(runner) : origin;
            return from == null ? runner.resume(id) : runner.resume(id, from);
        });
    }

    private int call(Function<Runner, ExecutingRun> start) {
        Runner runner = FlowArguments.runner(command);
        try (Interrupts interrupts = new Interrupts()) {
            ExecutingRun executing = start.apply(runner);
            interrupts.onInterrupt(executing::terminate);
            if (command.json) {
                return json(executing);
            }
            executing.run().plan().warnings().forEach(warning -> out.println("warning: " + warning));
            out.println("run " + executing.id());
            executing.streamLog(line -> {
                out.println(line);
                out.flush();
            });
            RunState state = executing.await();
            show(executing.run());
            out.flush();
            return code(executing.run(), state);
        }
    }

    /** A line of JSON for the start, each line of the log, and the end. */
    private int json(ExecutingRun executing) {
        print(Map.of("event", "started", "flow", executing.run().flow(), "run", executing.id()));
        executing.streamLog(LogPosition.START, line -> {
            Map<String, Object> entry = new LinkedHashMap<>(Map.of("event", "printed"));
            entry.putAll(RunJson.line(line));
            print(entry);
        });
        RunState state = executing.await();
        Map<String, Object> end = new LinkedHashMap<>(Map.of("event", "ended"));
        end.putAll(RunJson.of(executing.run()));
        end.put("artifacts", executing.run().data().values());
        print(end);
        return code(executing.run(), state);
    }

    private void print(Map<String, Object> line) {
        out.print(Json.write(line) + "\n");
        out.flush();
    }

    private static int code(Run run, RunState state) {
        if (state == RunState.SUCCEEDED) {
            return ExitCodes.SUCCESS;
        }
        if (run.failureDetails()
                .filter(why -> why.kind().equals(Failure.CONFIGURATION))
                .isPresent()) {
            return ExitCodes.BAD_INPUT;
        }
        return state == RunState.TERMINATED ? ExitCodes.ENDED_EARLY : ExitCodes.VARIANT_FAILED;
    }

    /** A value that has no plain form says so. */
    private static String shown(Run run, String name) {
        try {
            return name + " = "
                    + run.data()
                            .find(name)
                            .map(found -> Json.write(Secrets.masked(name, found)))
                            .orElse("");
        } catch (CodecException e) {
            return e.getMessage();
        }
    }

    private void show(Run run) {
        for (String name : run.data().names()) {
            out.println(Texts.cut(shown(run, name), name.length() + LONGEST_VALUE));
        }
        out.println(
                run.flow() + " " + run.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " in "
                        + Texts.duration(run.duration())
                        + run.failure().map(why -> ": " + why).orElse(""));
    }
}
