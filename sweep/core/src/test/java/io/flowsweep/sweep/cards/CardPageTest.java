package io.flowsweep.sweep.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.client.TaskCard;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import io.flowsweep.flow.card.Card;
import io.flowsweep.flow.card.Chart;
import io.flowsweep.flow.card.Image;
import io.flowsweep.flow.card.Markdown;
import io.flowsweep.flow.card.Progress;
import io.flowsweep.flow.card.Table;
import io.flowsweep.flow.card.Value;
import io.flowsweep.runner.Runner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardPageTest {

    private static final String EVIL = "\"'><script>alert(1)</script>";

    /** Puts something evil wherever text may stand. */
    public static class Everything extends FlowSpec {

        @Step(next = "end")
        void start() {
            Table table = Table.of("x", "y", EVIL)
                    .row(1, 0.123456789, EVIL)
                    .row(2, 4, "b")
                    .row(3, null, "b");
            current()
                    .card()
                    .append(
                            Markdown.of("# Head\n\n" + EVIL),
                            Value.of(EVIL, 0.5).unit(EVIL).note(EVIL),
                            Value.of("n", 12_345_678_901L),
                            Value.of("s", EVIL),
                            Progress.of(1, 3).label(EVIL).unit(EVIL),
                            table,
                            Chart.line(table, "x", "y").series(EVIL).title(EVIL).unit(EVIL),
                            Chart.bar(table, "x", "y"),
                            Chart.bar(table, "x", "y").withLogX(),
                            Chart.ofMetrics("none"),
                            Image.of("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8))
                                    .caption(EVIL));
            Table many = new Table(
                    List.of("i"),
                    java.util.stream.IntStream.range(0, 1002)
                            .mapToObj(i -> List.<Object>of(i))
                            .toList());
            current().card("many").append(many);
        }

        @Step
        void end() {
            current().card().append(Markdown.of("almost"));
            throw new IllegalStateException(EVIL);
        }
    }

    @TempDir
    Path folder;

    private Run run;

    @BeforeEach
    void carryOut() {
        run = Runner.of(Everything.class)
                .store(folder.resolve("store"))
                .executor("inline")
                .run()
                .run();
    }

    private List<TaskCard> cards(String step) {
        return run.step(step).task().map(Task::cards).orElseThrow();
    }

    @Test
    void showsAllParts() {
        String html = CardPage.of(run, cards("start")).html();

        assertThat(html).startsWith("<!DOCTYPE html>").contains("<h1>Head</h1>");
        assertThat(html).contains("1 of 3 ", "33 %", "width:33.3%");
        assertThat(html).contains("0.123457", "12345678901");
        assertThat(html).contains("data:image/svg+xml;base64,");
        assertThat(html.split("<svg ", -1)).as("charts").hasSize(4);
        assertThat(html).contains("This chart cannot be drawn: ", "no values yet");
        assertThat(html).contains("<td class=\"number\">4.000000</td>");
        assertThat(html).contains("… and 2 more rows");
    }

    @Test
    void runsAndLoadsNothing() {
        String html = CardPage.of(run, cards("start")).html()
                + CardPage.of(run, cards("end")).html();

        assertThat(html).doesNotContain("<script").doesNotContain("onload=").contains("&lt;script&gt;");
        assertThat(html).contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        assertThat(html).doesNotContainPattern("(src|href)=\"(?!data:image/|#)");
    }

    @Test
    void keepsTheChartsOfAPageApart() {
        String html = CardPage.of(run, cards("start")).html();

        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        assertThat(Pattern.compile("url\\(#([^)]+)\\)").matcher(html).results().map(found -> found.group(1)))
                .isSubsetOf(ids);
    }

    @Test
    void saysHowATaskFailed() {
        assertThat(CardPage.of(run, cards("end")).html())
                .contains("<span class=\"state failed\">failed</span>")
                .contains("<summary>IllegalStateException: &quot;")
                .contains("at flow//io.flowsweep.sweep.cards.CardPageTest$Everything.end");
    }

    @Test
    void isLoadedAgainWhileTheRunGoesOn() {
        assertThat(new CardPage(run, List.of(), Optional.of(Duration.ofSeconds(2))).html())
                .contains("http-equiv=\"refresh\" content=\"2\"");
        assertThat(CardPage.of(run, List.of()).html()).doesNotContain("refresh");
    }

    @Test
    void isWrittenWhole() throws IOException {
        Path file = folder.resolve("new/folder/card.html");
        CardPage page = CardPage.of(run, cards("end"));
        page.write(file);
        page.write(file);

        assertThat(file).hasContent(page.html());
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void hasATextForATerminal() {
        TaskCard card =
                run.step("start").task().orElseThrow().card(Card.DEFAULT).orElseThrow();

        assertThat(CardText.of(card, 80))
                .contains("# Head")
                .contains("[##########....................] ")
                .contains("1 of 3 ")
                .contains("n = 12345678901")
                .contains("chart: ")
                .contains("image: ");
    }
}
