package io.flowsweep.metaflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.flow.card.CardPart;
import io.flowsweep.flow.card.Chart;
import io.flowsweep.flow.card.Markdown;
import io.flowsweep.flow.card.Progress;
import io.flowsweep.flow.card.Table;
import io.flowsweep.flow.card.Value;
import io.flowsweep.metaflow.datastore.MetaflowCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards as Metaflow writes them, and as it does not. */
class CardPartsTest {

    @TempDir
    Path folder;

    private MetaflowCard card(String page) throws IOException {
        Path file = Files.writeString(folder.resolve("blank-0123.html"), page);
        return new MetaflowCard("blank", Optional.empty(), file);
    }

    /** What a page with these components comes to; the part that names the page left out. */
    private List<CardPart> parts(String components) throws IOException {
        String json = "{\"metadata\": {}, \"components\": [" + components.replace('\'', '"') + "]}";
        String data = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        List<CardPart> parts =
                CardParts.of(card("<script>\n    window.__MF_DATA__[\"a-1\"] = \"" + data + "\"\n</script>"));
        assertThat(((Markdown) parts.get(parts.size() - 1)).text()).contains("blank-0123.html");
        return parts.subList(0, parts.size() - 1);
    }

    @Test
    void textsAndCode() throws IOException {
        assertThat(parts("{'type': 'title', 'text': 'T'}, {'type': 'page', 'title': 'P', 'contents': ["
                        + "{'type': 'section', 'title': '', 'contents': [{'type': 'markdown', 'source': '*m* \u00fc'}]},"
                        + "{'type': 'log', 'data': 'a\\nb\\n'}]},"
                        + "{'type': 'section', 'title': 'Graph', 'contents': [{'type': 'dag', 'data': {}}]}"))
                .containsExactly(
                        Markdown.of("# T"),
                        Markdown.of("## P"),
                        Markdown.of("*m* \u00fc"),
                        Markdown.of("```\na\nb\n```"));
    }

    @Test
    void tablesWhateverTheirColumnsAreCalled() throws IOException {
        assertThat(parts("{'type': 'table', 'columns': ['a', 'a'], 'data': [[1, null], [2]]},"
                        + "{'type': 'table', 'columns': [], 'data': [[1, {'type': 'markdown', 'source': 'x'}]]},"
                        + "{'type': 'table', 'columns': ['a', 'b'], 'data': [[1, 2]], 'vertical': true},"
                        + "{'type': 'table', 'columns': [], 'data': [[{'type': 'pythonCode', 'data': 'x = 1'}]]}"))
                .containsExactly(
                        Table.of("a", "a 2").row(1, null).row(2, null),
                        Table.of("1", "2").row(1, "x"),
                        Table.of("what", "value").row("a", 1).row("b", 2),
                        Markdown.of("```\nx = 1\n```"));
    }

    @Test
    void numbers() throws IOException {
        assertThat(parts(
                        "{'type': 'progressBar', 'value': 3, 'max': 10, 'unit': 'n'}, {'type': 'progressBar', 'value': 3},"
                                + "{'type': 'valueBox', 'title': 'acc', 'value': 97.5, 'subtitle': 'test'}"))
                .containsExactly(
                        Progress.of(3, 10).unit("n"),
                        Value.of("progress", 3),
                        Value.of("acc", 97.5).note("test"));
    }

    @Test
    void chartsOfPlainValuesAndNoOthers() throws IOException {
        String chart = "{'type': 'vegaChart', 'spec': {'title': 't', 'mark': {'type': '%s'}, 'data': {'values':"
                + " [{'x': 1, 'y': 2.5, 'k': 'a'}]}, 'encoding': {'x': {'field': 'x'}, 'y': {'field': 'y' %s},"
                + " 'color': {'field': 'k'}}}}";
        List<CardPart> parts = parts(chart.formatted("bar", "") + "," + chart.formatted("arc", "") + ","
                + chart.formatted("bar", ", 'aggregate': 'mean'"));
        assertThat(parts.get(0)).isInstanceOfSatisfying(Chart.class, bar -> {
            assertThat(bar.kind()).isEqualTo(Chart.Kind.BAR);
            assertThat(bar.series()).contains("k");
            assertThat(bar.data().rows()).containsExactly(List.of(1L, 2.5, "a"));
        });
        assertThat(parts.subList(1, 3))
                .allSatisfy(
                        part -> assertThat(((Markdown) part).text()).contains("only Metaflow's page shows: vegaChart"));
    }

    @Test
    void whatIsNoPictureOrOfAnotherFormIsLeftToThePage() throws IOException {
        assertThat(parts("{'type': 'image', 'src': 'http://host/x.png'}, {'type': 'dag', 'data': {}}, 7"))
                .hasSize(1)
                .allSatisfy(part -> assertThat(((Markdown) part).text()).contains("only Metaflow's page shows: image"));
    }

    @Test
    void aPageOfAnotherMakeIsOnlyNamed() throws IOException {
        assertThat(CardParts.of(card("<h1>mine</h1>"))).hasSize(1);
        assertThat(CardParts.of(card("__MF_DATA__[\"a\"] = \"bm9uc2Vuc2U=\""))).hasSize(1);
        assertThat(CardParts.of(card("__MF_DATA__[\"a\"] = \"!!\""))).hasSize(1);
    }
}
