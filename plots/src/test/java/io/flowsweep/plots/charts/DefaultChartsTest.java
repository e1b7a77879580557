package io.flowsweep.plots.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.model.ChartSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DefaultChartsTest {

    private final Varied cpu = Varied.of("config.cpu", true, List.of(1, 2, 4));
    private final Varied dim = Varied.of("dim", true, List.of(500, 1000));
    private final Varied rate = Varied.of("rate", true, List.of(0.0001, 0.01, 1));
    private final Varied sampled =
            Varied.of("sampled", true, IntStream.range(1, 200).boxed().toList());
    private final Varied backend = Varied.of("backend", false, List.of("a", "b"));
    private final Varied code = Varied.of("code", false, List.of("x", "y"));

    @Test
    void fitWhatWasVaried() {
        assertThat(charts(dim)).containsExactly("line chart of x = dim, y = perf");
        assertThat(charts(sampled)).containsExactly("scatter chart of x = sampled, y = perf");
        assertThat(charts(backend)).containsExactly("bar chart of x = backend, y = perf");
        assertThat(charts(dim, rate)).containsExactly("heatmap chart of x = dim, y = rate, value = perf");
        assertThat(charts(dim, sampled)).containsExactly("contour chart of x = dim, y = sampled, value = perf");
        assertThat(charts(backend, dim)).containsExactly("line chart of x = dim, y = perf, series = backend");
        assertThat(charts(backend, code)).containsExactly("bar chart of x = backend, y = perf, series = code");
        assertThat(charts(backend, code, dim))
                .containsExactly(
                        "parallel chart of value = perf, parameters = backend, code, dim",
                        "slice chart of y = perf, parameters = backend, code, dim",
                        "importance chart of y = perf, parameters = backend, code, dim");
    }

    @Test
    void addASpeedUpWhereProcessorsWereVaried() {
        assertThat(charts(cpu))
                .containsExactly("line chart of x = config.cpu, y = perf", "speedup chart of x = config.cpu, y = perf");
        assertThat(charts(dim, cpu)).contains("speedup chart of x = config.cpu, y = perf, series = dim");
        assertThat(Varied.of("num_threads", true, List.of(1)).processors()).isTrue();
        assertThat(Varied.of("cpu_model", true, List.of(1)).processors()).isFalse();
    }

    @Test
    void useALogAxisForAWideRange() {
        assertThat(DefaultCharts.of(List.of(rate), List.of("perf")))
                .containsExactly(ChartSpec.line("rate", "perf").withLogX());
    }

    @Test
    void weighTwoMetricsAgainstEachOther() {
        assertThat(DefaultCharts.of(List.of(dim), List.of("perf", "cost")))
                .extracting(ChartSpec::toString)
                .containsExactly(
                        "line chart of x = dim, y = perf",
                        "line chart of x = dim, y = cost",
                        "pareto chart of x = perf, y = cost");
        assertThat(DefaultCharts.of(List.of(), List.of("perf"))).isEmpty();
        assertThat(DefaultCharts.of(List.of(dim), List.of())).isEmpty();
    }

    private static List<String> charts(Varied... varied) {
        return DefaultCharts.of(List.of(varied), List.of("perf")).stream()
                .map(ChartSpec::toString)
                .toList();
    }
}
