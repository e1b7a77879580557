package io.flowsweep.cli.flow;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(footer = "%nA parameter of the flow is given as --NAME VALUE behind FILE.", sortOptions = false)
final class FlowShowCommand extends FlowInput implements Callable<Integer> {

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw the graph into an SVG file.")
    Path svg;

    @Option(names = "--png", paramLabel = "FILE", description = "Draw the graph into a PNG file.")
    Path png;

    /** Whether {@code --config} stands alone. */
    boolean places;

    @Override
    public Integer call() {
        FlowPlanVerb verb = new FlowPlanVerb(this);
        return places ? verb.showSettings() : verb.show(Optional.ofNullable(svg), Optional.ofNullable(png));
    }
}
