package io.flowsweep.cli.results;

import io.flowsweep.cli.input.RecordedInput;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(sortOptions = false)
final class ChartCommand extends RecordedInput implements Callable<Integer> {

    @Option(names = "--type", paramLabel = "TYPE", description = "The kind of chart: line, bar, heatmap, …")
    String type = "line";

    @Option(names = "--x", paramLabel = "COLUMN", split = ",", description = "The column along the horizontal axis.")
    List<String> x = List.of();

    @Option(names = "--y", paramLabel = "COLUMN", split = ",", description = "The column along the vertical axis.")
    List<String> y = List.of();

    @Option(names = "--series", paramLabel = "COLUMN", split = ",", description = "The column that tells lines apart.")
    List<String> series = List.of();

    @Option(names = "--value", paramLabel = "COLUMN", split = ",", description = "The column shown in colour.")
    List<String> value = List.of();

    @Option(names = "--parameters", paramLabel = "COLUMN", split = ",", description = "The columns that were varied.")
    List<String> parameters = List.of();

    @Option(names = "--variant", paramLabel = "COLUMN", split = ",", description = "The column that names variants.")
    List<String> variant = List.of();

    @Option(names = "--log", paramLabel = "x|y|value", split = ",", description = "What is on a logarithmic scale.")
    List<String> log = List.of();

    @Option(names = "--baseline", paramLabel = "X", description = "What a difference is to; default: the best.")
    String baseline;

    @Option(names = "--title", paramLabel = "TEXT", description = "Stands over the chart.")
    String title;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Width and height in pixels of 1/96 inch; default: 900x540.")
    String size = "900x540";

    @Option(names = "--dpi", paramLabel = "N", description = "Dots per inch of a PNG; default: 192.")
    int dpi = 192;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "A .png, .svg, .pdf, .txt or .json to write; default: draw in the terminal.")
    Path output;

    @Override
    public Integer call() {
        return new ChartVerb(this).call();
    }
}
