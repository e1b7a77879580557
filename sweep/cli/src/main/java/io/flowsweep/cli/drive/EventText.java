package io.flowsweep.cli.drive;

import io.flowsweep.cli.output.FoundText;
import io.flowsweep.cli.output.NextSteps;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.flow.MemorySize;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent.Found;
import io.flowsweep.sweep.events.SweepEvent.MachineFound;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.ValueColumn;
import java.util.Locale;
import java.util.stream.Collectors;

/** Events as lines for people. */
final class EventText {

    private EventText() {}

    /** What is going to happen: three lines. */
    static String started(SweepStarted sweep) {
        String axes = sweep.axes().isEmpty()
                ? ""
                : " over " + sweep.axes().stream().map(ValueColumn::name).collect(Collectors.joining(" × "));
        boolean open = sweep.open().orElse(false);
        return sweep.name() + ": " + (open ? "≥ " : "") + Texts.count(sweep.variants(), "variant")
                + (sweep.repeats() > 1 ? " × " + sweep.repeats() + " repeats" : "") + " of " + sweep.flow() + axes
                + "\n"
                + "executor " + sweep.executor() + ", at most " + Texts.count(sweep.parallel(), "run") + " at a time\n"
                + "store    " + sweep.store()
                + sweep.found()
                        .map(found -> "\nfound    " + FoundText.of(found, open) + failedBefore(found, sweep.name()))
                        .orElse("");
    }

    private static String failedBefore(Found found, String name) {
        return found.failed() > 0 ? "\n         " + NextSteps.retry(name) : "";
    }

    /** {@code machine  2 CPUs and 24 GiB; the first run gets 1 CPU and 512 MiB (JVM flags, taskset, ulimit, watchdog)}. */
    static String machine(MachineFound machine) {
        String means = machine.limits().isEmpty() ? "" : " (" + String.join(", ", machine.limits()) + ")";
        return "machine  " + Texts.count(machine.cpus(), "CPU") + " and " + MemorySize.text(machine.memoryBytes())
                + machine.first()
                        .map(need -> "; the first run gets " + need + means)
                        .orElse("");
    }

    /** {@code cpu=1,dim=500 succeeded perf=41.2 1/s in 5.1 s}, or why not. */
    static String ended(VariantFinished variant, String name, SweepStarted sweep) {
        StringBuilder text = new StringBuilder();
        text.append(name == null || name.isEmpty() ? "variant " + variant.variant() : name);
        text.append(variant.repeat() == 0 ? "" : " #" + variant.repeat());
        text.append(' ').append(variant.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        for (MetricColumn metric : sweep.metrics()) {
            Double value = variant.metrics().get(metric.name());
            if (value != null) {
                text.append(' ').append(metric.name()).append('=').append(Texts.number(value));
                text.append(metric.unit().map(u -> " " + u).orElse(""));
            }
        }
        text.append(" in ").append(Texts.duration(variant.seconds()));
        return text + variant.failure().map(why -> ": " + why).orElse("");
    }
}
