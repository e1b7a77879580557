package io.flowsweep.cli.drive;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.codec.Json;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.executor.jvm.DetachedJava;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/**
 * Drives a sweep in a process that outlives this one and its terminal: the same command without {@code --detach}. Its output
 * goes to a file that is kept with the sweep; when it fails before it has begun, so does this command, with what it said.
 */
final class Detached {

    /** By its name, as no verb knows the class that knows all verbs. */
    private static final String MAIN = "io.flowsweep.cli.Main";

    private static final long POLL_MILLIS = 50;

    private final CommandLine command;
    private final boolean json;

    Detached(CommandLine command, boolean json) {
        this.command = command;
        this.json = json;
    }

    /** The exit code: that of the other process when it has ended without beginning, else success. */
    int run(Sweep sweep, SweepOptions options) {
        return run(sweep.id(), sweep.outlook(options).newOutput());
    }

    private int run(String sweepId, Path output) {
        List<String> parent = command.getParent().getParseResult().originalArgs();
        List<String> words =
                new ArrayList<>(parent.isEmpty() ? command.getParseResult().originalArgs() : parent);
        words.remove("--detach");
        try {
            Process process =
                    DetachedJava.start(List.of(), MAIN, words, Path.of("").toAbsolutePath(), output);
            while (process.isAlive() && !hasBegun(output)) {
                process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (!hasBegun(output)) {
                command.getErr().print(Files.readString(output));
                command.getErr().flush();
                Files.delete(output);
                return process.exitValue();
            }
            tell(sweepId, process.pid(), output);
            return ExitCodes.SUCCESS;
        } catch (IOException e) {
            throw new InvalidInputException("the sweep cannot be detached: " + e.getMessage(), "", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.SUCCESS;
        }
    }

    private void tell(String sweepId, long pid, Path output) throws IOException {
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("sweep", sweepId);
            facts.put("pid", pid);
            facts.put("output", output.toString());
            command.getOut().print(Json.write(facts) + "\n");
        } else {
            command.getOut().print(Files.readString(output));
            command.getOut()
                    .println(
                            "detached as process " + pid + "; what it says is in " + Texts.path(output)
                                    + "\nlook at it with `flowsweep status`, `watch` or `logs`, end it with `flowsweep cancel`");
        }
        command.getOut().flush();
    }

    /** Whether it has said what it is going to do, which it does when its sweep is on record. */
    private static boolean hasBegun(Path output) throws IOException {
        String said = Files.readString(output);
        return said.contains("\nstore ") || said.contains("\"SweepStarted\"");
    }
}
