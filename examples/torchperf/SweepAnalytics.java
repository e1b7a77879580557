import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.Dependencies;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import io.flowsweep.flow.Trigger;
import io.flowsweep.flow.card.Image;
import io.flowsweep.flow.card.Markdown;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.charts.Charts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Deployed beside a sweep of MatMul: whenever a variant has ended, gathers all runs of the sweep and draws them on its card. */
@Trigger(event = "${config.event}")
@Dependencies("flowsweep:plots")
public class SweepAnalytics extends FlowSpec {

    record Settings(String event, String tag) {}

    @FlowConfig
    Settings config;

    /** How many runs there were. */
    Integer runs;

    @Step(next = "end")
    void start() throws IOException {
        Table table = new Table(List.of(Column.number("cpu"), Column.number("dim"), Column.number("perf", "1/s")));
        Client.flow("MatMul")
                .runs(config.tag())
                .filter(run -> run.state() == RunState.SUCCEEDED)
                .forEach(run -> table.add(row(run)));
        runs = table.rowCount();
        current().card().append(Markdown.of("# " + runs + " runs of `" + config.tag() + "`"));
        if (runs > 0) {
            Path svg = Files.createTempFile("perf", ".svg");
            Charts.line(table)
                    .x("cpu")
                    .y("perf")
                    .series("dim")
                    .logY()
                    .title("Squarings per second")
                    .svg(svg);
            current().card().append(Image.of(svg));
            Files.delete(svg);
        }
    }

    private static List<Object> row(Run run) {
        Map<?, ?> settings = (Map<?, ?>) run.configs().get("config");
        return List.of(
                settings.get("cpu"), settings.get("dim"), run.data().get("squaringsPerSecond", Double.class));
    }

    @Step
    void end() {}
}
