package io.flowsweep.cli.results;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.NewFiles;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plots.PlotException;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.charts.Chart;
import io.flowsweep.plots.charts.Charts;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.plots.text.JsonRenderer;
import io.flowsweep.plots.text.TextRenderer;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.spec.RunColumns;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code flowsweep chart}. */
final class ChartVerb {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})x(\\d{1,6})");
    private static final int TERMINAL_ROWS = 18;

    private final ChartCommand command;
    private final PrintWriter out;

    ChartVerb(ChartCommand command) {
        this.command = command;
        this.out = command.spec.commandLine().getOut();
    }

    int call() {
        RecordedSweep sweep = PresentView.of(command.recorded(), command);
        try {
            draw(sweep, specs(sweep));
        } catch (PlotException | IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), "chart of " + sweep.id(), "");
        }
        return ExitCodes.SUCCESS;
    }

    /** What is asked for; without any column, what fits the sweep. */
    private List<ChartSpec> specs(RecordedSweep sweep) {
        ChartType type = word(ChartType.class, command.type, "--type");
        ChartSpec asked = ChartSpec.of(type)
                .with(Channel.X, command.x)
                .with(Channel.Y, command.y)
                .with(Channel.SERIES, command.series)
                .with(Channel.VALUE, command.value)
                .with(Channel.PARAMETERS, command.parameters);
        if (asked.columns().isEmpty() && !RunColumns.of(type).keySet().containsAll(type.needs())) {
            List<ChartSpec> fitting = sweep.charts();
            if (fitting.isEmpty()) {
                throw new InvalidInputException(
                        "no chart fits a sweep that varies nothing or measures nothing",
                        "chart of " + sweep.id(),
                        "Name columns with --x and --y.");
            }
            return fitting;
        }
        asked = asked.with(Channel.VARIANT, command.variant);
        for (String channel : command.log) {
            asked = asked.withLog(word(Channel.class, channel, "--log"));
        }
        asked = Optional.ofNullable(command.baseline).map(asked::withBaseline).orElse(asked);
        asked = Optional.ofNullable(command.title).map(asked::withTitle).orElse(asked);
        return List.of(sweep.chart(asked));
    }

    private void draw(RecordedSweep sweep, List<ChartSpec> specs) {
        if (command.output == null && command.json) {
            specs.forEach(spec -> out.print(JsonRenderer.text(Aggregation.of(spec, sweep.table(spec))) + "\n"));
            out.flush();
            return;
        }
        if (command.output == null) {
            int width = Terminal.detect().width();
            specs.forEach(spec ->
                    out.println(TextRenderer.text(Aggregation.of(spec, sweep.table(spec)), width - 1, TERMINAL_ROWS)));
            out.flush();
            return;
        }
        Matcher size = SIZE.matcher(command.size);
        if (!size.matches()) {
            throw new IllegalArgumentException(
                    "--size is WIDTHxHEIGHT in pixels, for instance 900x540, but got " + command.size);
        }
        Chart chart = Charts.of(specs.get(0), sweep.table(specs.get(0)))
                .size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                .dpi(command.dpi);
        chart.write(command.output);
        NewFiles.tellWritten(command.spec.commandLine(), List.of(command.output), command.json);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word, String option) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int place = words.indexOf(word.toLowerCase(Locale.ROOT));
        if (place < 0) {
            throw new InvalidInputException(
                    "there is no \"" + word + "\"", option, Suggestions.didYouMean(word, words));
        }
        return type.getEnumConstants()[place];
    }
}
