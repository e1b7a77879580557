package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigObject;
import io.flowsweep.sweep.file.base.BaseValues;
import io.flowsweep.sweep.file.text.FileParts;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.ChartRequest;
import io.flowsweep.sweep.spec.MetricSpec;
import io.flowsweep.sweep.spec.SweepViews;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code metrics}, {@code objective}, {@code baseline} and {@code charts}. */
final class ViewsReader {

    private final FileParts parts;
    private final BaseValues base;
    private final List<Axis> axes;
    private final boolean accepted;

    ViewsReader(FileParts parts, BaseValues base, List<Axis> axes, boolean accepted) {
        this.parts = parts;
        this.base = base;
        this.axes = axes;
        this.accepted = accepted;
    }

    SweepViews read() {
        MetricsReader reader = new MetricsReader(parts.context());
        List<MetricSpec> metrics =
                parts.object("metrics").map(object -> reader.read(object, axes)).orElse(List.of());
        Optional<String> objective = objective();
        objective.ifPresent(metric -> reader.checkObjective(metric, metrics, parts.where("objective")));
        Map<String, Object> baseline = parts.object("baseline")
                .map(object -> new BaselineReader(parts.context()).read(object, axes))
                .orElse(Map.of());
        Columns columns = new Columns(axes, metrics, base, parts.problems());
        List<ChartRequest> charts = parts.part("charts")
                .map(value -> new ChartsReader(parts.context(), columns, accepted).read(value, parts.where("charts")))
                .orElse(List.of());
        return new SweepViews(metrics, objective, baseline, charts);
    }

    private Optional<String> objective() {
        if (parts.has("objective") && parts.raw("objective") instanceof ConfigObject) {
            parts.problems()
                    .add(
                            parts.where("objective"),
                            "\"objective\" must be the name of a metric",
                            "Write objective = NAME, and its goal with the metric: metrics { NAME { artifact = NAME, goal = maximize } }.");
            return Optional.empty();
        }
        return parts.text("objective");
    }
}
