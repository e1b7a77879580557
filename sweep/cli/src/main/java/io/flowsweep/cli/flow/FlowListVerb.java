package io.flowsweep.cli.flow;

import io.flowsweep.cli.input.Recorded;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.LocalTimes;
import io.flowsweep.cli.output.RunJson;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.client.Client;
import io.flowsweep.client.Flow;
import io.flowsweep.client.Run;
import io.flowsweep.client.RunFilter;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.TextTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code flowsweep flow list}. */
final class FlowListVerb {

    private static final int MOST_SHOWN = 20;
    private final FlowListCommand command;
    private final Client client;
    private final RunFilter filter;

    FlowListVerb(FlowListCommand command) {
        this.command = command;
        this.filter = new ListedRuns(command).filter();
        this.client = Recorded.at(command);
    }

    int call() {
        if (command.flow != null || command.most != null || !filter.equals(RunFilter.all())) {
            runs();
        } else {
            flows();
        }
        return ExitCodes.SUCCESS;
    }

    private void flows() {
        Table table = table("flow", "runs", "latest", "state");
        for (Flow flow : client.flows()) {
            int runs = flow.runIds().size();
            Optional<Run> latest = flow.latestRun();
            if (command.json) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("flow", flow.name());
                json.put("runs", runs);
                latest.ifPresent(run -> json.put("latest", RunJson.of(run)));
                command.print(json);
            } else {
                table.add(List.of(
                        flow.name(),
                        Integer.toString(runs),
                        latest.map(Run::id).orElse(""),
                        latest.map(FlowListVerb::state).orElse("")));
            }
        }
        show(table, "No flow has runs in " + client + ".");
    }

    private void runs() {
        int most = command.most == null ? MOST_SHOWN : command.most;
        if (command.json) {
            newestFirst(command.most).forEach(run -> command.print(RunJson.of(run)));
            return;
        }
        Table table = table("flow", "state", "started", "took", "tags", "failure");
        List<Run> shown = newestFirst(most + 1).toList();
        shown.stream()
                .limit(most)
                .forEach(run -> table.add(List.of(
                        run.flow(),
                        state(run),
                        LocalTimes.text(run.createdAt()),
                        Texts.duration(run.duration()),
                        String.join(", ", run.tags()),
                        run.failure().orElse(""))));
        showBehindIds(shown.stream().limit(most).map(Run::id).toList(), table);
        if (shown.size() > most) {
            command.print("… and more: -n N shows them");
        }
    }

    /** Those of one flow as they are read; those of several must be put in order first. */
    private Stream<Run> newestFirst(Integer most) {
        List<Flow> flows = flows(command.flow);
        Stream<Run> runs = flows.stream().flatMap(flow -> limited(flow.runs(filter), most));
        return flows.size() == 1
                ? runs
                : limited(runs.sorted(Comparator.comparing(Run::createdAt).reversed()), most);
    }

    private static Stream<Run> limited(Stream<Run> runs, Integer most) {
        return most == null ? runs : runs.limit(most);
    }

    private List<Flow> flows(String name) {
        List<Flow> all = client.flows();
        if (name == null) {
            return all;
        }
        List<String> names = all.stream().map(Flow::name).toList();
        if (!names.contains(name)) {
            throw new InvalidInputException(
                    "no flow \"" + name + "\" has runs", client.toString(), Suggestions.didYouMean(name, names));
        }
        return List.of(client.flowNamed(name));
    }

    private static Table table(String... columns) {
        return new Table(Arrays.stream(columns).map(Column::text).toList());
    }

    private void show(Table table, String nothing) {
        if (!command.json) {
            String text = table.rowCount() == 0
                    ? nothing
                    : TextTable.render(table, Terminal.detect().width()).stripTrailing();
            command.print(text);
        }
    }

    /** An id is there to be copied, so it is whole on a narrow terminal too. */
    private void showBehindIds(List<String> ids, Table table) {
        if (ids.isEmpty()) {
            show(table, "No such run is in " + client + ".");
            return;
        }
        int width = ids.stream().mapToInt(String::length).max().orElseThrow() + 2;
        List<String> lines = TextTable.render(table, Terminal.detect().width() - width)
                .lines()
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            String id = i == 0 ? "run" : i == 1 ? "-".repeat(width - 2) : i - 2 < ids.size() ? ids.get(i - 2) : "";
            command.print((id + " ".repeat(width - id.length()) + lines.get(i)).stripTrailing());
        }
    }

    private static String state(Run run) {
        return run.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
