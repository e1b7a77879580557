package io.flowsweep.cli.drive;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that drive a sweep. */
final class RunOptions {

    @Option(
            names = {"-j", "--parallel"},
            paramLabel = "N",
            description = "The most runs in flight; default: what the sweep file says, else the machine's processors.")
    Integer parallel;

    @Option(names = "--executor", paramLabel = "NAME", description = "What starts the runs: process, worker or inline.")
    String executor;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where table and charts appear, in NAME/latest; default: ${DEFAULT-VALUE}.")
    Path results;

    @Option(
            names = "--take-over",
            description = "Take the sweep over from a driver that lives, or of which nobody here can tell.")
    boolean takeOver;

    @Option(names = "--detach", description = "Go on in the background, and return as soon as the sweep has begun.")
    boolean detach;

    @Mixin
    ShowOptions show;

    /** What is wrong with them; empty when nothing is. */
    String problem() {
        if (detach && (show.page || show.window)) {
            return "--detach shows nothing: `flowsweep ui` opens the page of a sweep that goes on";
        }
        return parallel != null && parallel < 1
                ? "--parallel: at least 1 run must be in flight, but got " + parallel
                : show.port.problem();
    }
}
