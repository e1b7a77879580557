package io.flowsweep.sweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.SweepRun;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;

            public class Train extends FlowSpec {
                record Settings(String model, int seed) {}
                @FlowConfig Settings config;
                Double loss;

                @Step(next = "end") void start() {
                    if (config.model().equals("broken")) {
                        throw new IllegalStateException("<script>alert(1)</script> is wrong");
                    }
                    loss = config.model().length() + config.seed() / 1000.0;
                }

                @Step void end() {}
            }
            """;

    private static final String EVIL = "a<script>alert(2)</script>";

    private static final String SWEEP = """
            name = train
            flow = Train.java
            config { model = aa, seed = 0 }
            grid { model = [aa, "%s", broken] }
            repeats { n = %d, seed_path = seed }
            metrics { loss { artifact = loss, goal = minimize, unit = nats } }
            objective = loss
            charts = [{ type = bar, x = model, y = loss, title = "Loss </svg><script>alert(3)</script>" }]
            run { executor = inline }
            """;

    @TempDir
    Path folder;

    private Path sweep(int repeats) throws IOException {
        Files.writeString(folder.resolve("Train.java"), FLOW);
        Path file = folder.resolve("train.conf");
        Files.writeString(file, SWEEP.formatted(EVIL, repeats));
        try (SweepRun run = Sweep.load(file)
                .run(SweepOptions.defaults().store(folder.resolve("store")).results(folder.resolve("results")))) {
            run.await();
            assertThat(run.unwritten()).isEmpty();
            assertThat(run.problems()).isEmpty();
        }
        return folder.resolve("results/train/latest");
    }

    private RecordedSweep recorded() {
        return RecordedSweep.latest(Optional.of(folder.resolve("store")));
    }

    @Test
    void isWrittenBesideTheTableAndSaysWhatCameOfTheSweep() throws IOException {
        Path latest = sweep(3);
        String html = Files.readString(latest.resolve("report.html"));

        assertThat(html).startsWith("<!DOCTYPE html>").contains("<h1>train</h1>");
        assertThat(html).contains("Train completed: 6 of 9 runs succeeded, 3 failed.");
        assertThat(html)
                .contains("The smallest loss, 2.001 nats, has model=aa: the mean of 3 runs, 95 % interval from 1.998");
        assertThat(html).contains("All others are worse beyond chance (corrected p &lt; 0.05).");
        assertThat(html).contains("3 failed</b>", "for example model=broken");
        assertThat(html)
                .contains("<dt>config.model</dt>", "<dt>machine</dt>", "<dt>commit</dt><dd>in no git checkout</dd>");
        assertThat(html).as("it has ended").doesNotContain("<html lang=\"en\" data-live>");
    }

    @Test
    void textFromAnywhereStaysText() throws Exception {
        String html = Files.readString(sweep(1).resolve("report.html"));

        assertThat(Pattern.compile("<script").matcher(html).results())
                .as("ours: data, code")
                .hasSize(2);
        assertThat(html).contains("a&lt;script&gt;", "a\\u003cscript>").doesNotContain("<script>alert");
        assertThat(html).contains("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-");
        assertThat(html).doesNotContainPattern("(src|href)=\"(?!#)").doesNotContainPattern("<(link|img|iframe|object)");
    }

    @Test
    void isWellFormedAndItsIdsDiffer() throws Exception {
        String html = Files.readString(sweep(1).resolve("report.html"));
        String body = html.substring(html.indexOf("<article>"), html.indexOf("</article>") + "</article>".length())
                .replaceAll("(?s)<script type.*?</script>", "");

        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(body)));

        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().contains("results", "rows");
    }

    @Test
    void holdsEachRowAsData() throws IOException {
        String html = Files.readString(sweep(1).resolve("report.html"));
        String json = html.replaceAll("(?s).*id=\"rows\">(.*?)</script>.*", "$1");

        Map<String, Object> data = Json.parseObject(json);

        assertThat((List<?>) data.get("rows")).hasSize(3);
        assertThat(((List<?>) data.get("rows")).get(1)).asList().contains(EVIL, "succeeded");
        assertThat((List<?>) data.get("columns")).hasSize(5);
    }

    @Test
    void oneRunOfEachGivesNoInterval() throws IOException {
        String html = Files.readString(sweep(1).resolve("report.html"));

        assertThat(html).contains("has model=aa: from one run (n = 1: no interval).");
        assertThat(html).contains("Whether the best is really better than the others cannot be said: n = 1, no test.");
    }

    @Test
    void aSweepOfWhichEveryVariantFailedHasASentenceInPlaceOfItsCharts() throws IOException {
        Files.writeString(folder.resolve("Train.java"), FLOW);
        Path file = folder.resolve("train.conf");
        Files.writeString(file, SWEEP.formatted(EVIL, 1).replaceFirst("grid.*", "grid { model = [broken] }"));
        try (SweepRun run = Sweep.load(file)
                .run(SweepOptions.defaults().store(folder.resolve("store")).results(folder.resolve("results")))) {
            run.await();
            assertThat(run.emptyCharts()).containsExactly("Loss </svg><script>alert(3)</script>");
        }
        Path latest = folder.resolve("results/train/latest");
        String html = Files.readString(latest.resolve("report.html"));

        assertThat(html)
                .contains("<p>Not drawn, as no variant has succeeded (1 failed: IllegalStateException: ")
                .doesNotContain("<figure");
        assertThat(ReportHtml.of(recorded().report())).isEqualTo(html);
        assertThat(latest.resolve("charts")).doesNotExist();
        assertThat(latest.resolve("report.md"))
                .content()
                .contains("Not drawn, as no variant")
                .doesNotContain("![");
    }

    @Test
    void aPastSweepGivesTheSameBytesEachTimeAndWhatWasWrittenAtItsEnd() throws IOException {
        Path latest = sweep(3);

        String html = ReportHtml.of(recorded().report());

        assertThat(ReportHtml.of(recorded().report())).isEqualTo(html);
        assertThat(html).isEqualTo(Files.readString(latest.resolve("report.html")));
    }

    @Test
    void markdownLinksToPngsThatAreThere() throws IOException {
        Path latest = sweep(3);
        String markdown = Files.readString(latest.resolve("report.md"));

        assertThat(markdown)
                .contains("# train\n", "## What failed\n", "&lt;script>")
                .doesNotContain("<script");
        List<String> links = Pattern.compile("]\\((charts/[^)]+\\.png)\\)")
                .matcher(markdown)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(links)
                .hasSize(1)
                .allSatisfy(link -> assertThat(latest.resolve(link)).isNotEmptyFile());
    }
}
