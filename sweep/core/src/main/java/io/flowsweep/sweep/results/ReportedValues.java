package io.flowsweep.sweep.results;

import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What one run has reported, in the order of reporting: 16 bytes a value. Confined to one thread. */
final class ReportedValues {

    private static final class Series {

        private double[] steps = new double[8];
        private double[] values = new double[8];
        private int size;

        void add(double step, double value) {
            if (size == steps.length) {
                steps = Arrays.copyOf(steps, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            steps[size] = step;
            values[size++] = value;
        }
    }

    /** One reported value. */
    interface Reader {
        void value(double step, double value);
    }

    private final String run;
    private final Map<String, Series> byMetric = new HashMap<>();

    ReportedValues(String run) {
        this.run = run;
    }

    /** Whether a value was reported by another run of the same trial. */
    boolean ofAnotherRun(MetricReported event) {
        return !event.run().equals(run);
    }

    void add(MetricReported event) {
        byMetric.computeIfAbsent(event.metric(), name -> new Series()).add(event.step(), event.value());
    }

    /** @param metric as the flow calls it */
    void read(String metric, Reader reader) {
        Series series = byMetric.get(metric);
        for (int i = 0; series != null && i < series.size; i++) {
            reader.value(series.steps[i], series.values[i]);
        }
    }
}
