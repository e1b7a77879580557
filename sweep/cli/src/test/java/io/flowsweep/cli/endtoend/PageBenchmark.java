package io.flowsweep.cli.endtoend;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.live.LivePage;
import io.flowsweep.sweep.report.Report;
import io.flowsweep.sweep.report.ReportFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and the report in a browser; see docs/benchmarks.md. Not part of a build. */
class PageBenchmark {

    private static final int MANY = 10_000;

    /** Waits until what has changed is on the screen: the count of rows, and the caption of each chart that is visible. */
    private static final String REDRAW = """
            async () => {
              const seen = () => [document.getElementById('count').textContent,
                ...[...document.querySelectorAll('figcaption')]
                  .filter(caption => caption.getBoundingClientRect().top < innerHeight)
                  .map(caption => caption.textContent)];
              const before = seen();
              const begin = performance.now();
              document.getElementById('hide-failed').click();
              const frame = () => new Promise(requestAnimationFrame);
              while (!seen().every((text, i) => text !== before[i])) { await frame(); }
              await frame();
              await frame();
              return performance.now() - begin;
            }""";

    /** Notes when each number of points is on the screen for the first time. */
    private static final String NOTE_POINTS = """
            async () => {
              const { getInstanceByDom } = await import('/echarts/dist/echarts.esm.min.js');
              globalThis.seen = {};
              const look = () => {
                const chart = getInstanceByDom(document.querySelector('[data-chart="1"] .plot'));
                const points = (chart?.getOption()?.series ?? []).filter(series => series.type === 'custom')
                  .reduce((sum, series) => sum + series.data.length, 0);
                globalThis.seen[points] ??= Date.now();
                requestAnimationFrame(look);
              };
              look();
            }""";

    @TempDir
    Path folder;

    @Test
    void reportOfManyVariants() throws IOException {
        try (SyntheticSweep sweep = new SyntheticSweep(folder, MANY, 1);
                TestBrowser browser = TestBrowser.open();
                WatchedPage watched = browser.page()) {
            fill(sweep, MANY, 1);
            Path file = folder.resolve("report.html");
            ReportFolder.html(sweep.recorded().report(), file);
            for (int round = 0; round < 3; round++) {
                long begin = System.nanoTime();
                watched.page().navigate(file.toUri().toString());
                watched.page().waitForSelector("#results tbody tr");
                watched.page()
                        .evaluate(
                                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
                print(
                        "report of 10,000 variants opened, %.2f MB".formatted(Files.size(file) / 1e6),
                        seconds(begin),
                        "s");
            }
        }
    }

    @Test
    void chartsOfAReport() {
        try (SyntheticSweep sweep = new SyntheticSweep(folder, 1000, 5)) {
            fill(sweep, 1000, 5);
            RecordedSweep recorded = sweep.recorded();
            for (int round = 0; round < 3; round++) {
                long begin = System.nanoTime();
                Report report = recorded.report();
                print(
                        "all %d charts of a report of 1,000 variants, 5 repeats"
                                .formatted(report.charts().size()),
                        seconds(begin),
                        "s");
            }
        }
    }

    @Test
    void pageOfManyVariants() {
        try (SyntheticSweep sweep = new SyntheticSweep(folder, MANY, 1);
                TestBrowser browser = TestBrowser.open();
                WatchedPage watched = browser.page()) {
            fill(sweep, MANY, 1);
            List<Response> responses = new CopyOnWriteArrayList<>();
            watched.page().onResponse(response -> {
                if (!response.url().endsWith("/events")) {
                    responses.add(response);
                }
            });
            try (LivePage page = LivePage.open(sweep.recorded(), 0)) {
                long begin = System.nanoTime();
                watched.page().navigate(page.url());
                watched.page().waitForSelector("#table tbody tr");
                watched.page().waitForFunction("() => document.querySelectorAll('figcaption:not(:empty)').length >= 2");
                print("page of 10,000 variants opened", seconds(begin), "s");
                for (int y = 0; y < 6000; y += 400) {
                    watched.page().evaluate("y => scrollTo(0, y)", y);
                    watched.page().waitForTimeout(400);
                }
                watched.page().evaluate("() => scrollTo(0, 0)");
                print("sent for all of it", sent(responses) / 1e6, "MB");
                for (int round = 0; round < 6; round++) {
                    watched.page().waitForTimeout(3000);
                    responses.clear();
                    double millis = ((Number) watched.page().evaluate(REDRAW)).doubleValue();
                    print("redrawn after a filter, %.2f MB sent".formatted(sent(responses) / 1e6), millis / 1000, "s");
                }
            }
        }
    }

    @Test
    void fromEventToPixels() {
        int pairs = 1000;
        try (SyntheticSweep sweep = new SyntheticSweep(folder, pairs, 1);
                TestBrowser browser = TestBrowser.open();
                WatchedPage watched = browser.page();
                LivePage page = LivePage.open(sweep.recorded(), 0)) {
            watched.page().navigate(page.url());
            watched.page().waitForSelector("[data-chart='1'] canvas");
            watched.page().evaluate(NOTE_POINTS);
            long[] written = new long[pairs + 1];
            long begin = System.nanoTime();
            for (int i = 1; i <= pairs; i++) {
                LockSupport.parkNanos(begin + i * 20_000_000L - System.nanoTime());
                sweep.run(i, 0);
                written[i] = System.currentTimeMillis();
            }
            watched.awaitText("#progress", pairs + " of " + pairs);
            watched.page()
                    .waitForFunction(
                            "last => Object.keys(globalThis.seen).some(points => points >= last)", pairs - pairs / 50);
            print(latencies(watched.page(), written));
        }
    }

    /** How long after each fifth of the events its point was on the screen; those of failed runs have none. */
    private static List<Double> latencies(Page page, long[] written) {
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("() => globalThis.seen");
        List<long[]> shown = new ArrayList<>();
        seen.forEach(
                (points, at) -> shown.add(new long[] {Long.parseLong((String) points), ((Number) at).longValue()}));
        List<Double> latencies = new ArrayList<>();
        for (int i = 1, drawn = 0; i < written.length; i++) {
            if (i % 50 != 0) {
                int wanted = ++drawn;
                long first = shown.stream()
                        .filter(s -> s[0] >= wanted)
                        .mapToLong(s -> s[1])
                        .min()
                        .orElse(Long.MAX_VALUE);
                latencies.add((first - written[i]) / 1000.0);
            }
        }
        return latencies.stream().sorted().toList();
    }

    private static void print(List<Double> sorted) {
        print("event to pixels at 100 events/s, median", sorted.get(sorted.size() / 2), "s");
        print("event to pixels at 100 events/s, 95 %", sorted.get(sorted.size() * 95 / 100), "s");
        print("event to pixels at 100 events/s, largest", sorted.get(sorted.size() - 1), "s");
    }

    private static long sent(List<Response> responses) {
        return responses.stream()
                .mapToLong(r -> r.request().sizes().responseBodySize)
                .sum();
    }

    private static void fill(SyntheticSweep sweep, int variants, int repeats) {
        for (int i = 0; i < variants * repeats; i++) {
            sweep.run(i % variants, i / variants);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void print(String what, double amount, String unit) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f %s (load %.1f)%n",
                what,
                amount,
                unit,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
