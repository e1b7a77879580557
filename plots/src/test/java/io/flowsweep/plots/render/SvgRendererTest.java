package io.flowsweep.plots.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.Examples;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgRendererTest extends ChartRendererContract {

    @Override
    ChartRenderer renderer() {
        return new SvgRenderer();
    }

    @Override
    void assertIsChart(byte[] file, Size size) throws Exception {
        Element root = parse(file).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 " + size.width() + " " + size.height());
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("NaN", "Infinity", "<script", "<!DOCTYPE");
    }

    @Test
    void holdsAllTextsAsText() throws Exception {
        List<String> texts = texts(parse(render(Models.matmul(), Size.DEFAULT)));

        assertThat(texts)
                .contains("Squarings", "cpu", "perf [1/s]", "dim", "1", "2", "128", "256", "384", "512", "0")
                .contains("mean and 95 % t interval · n = 3 per point · 1 row without perf");
    }

    @Test
    void drawsEachSeriesOfNumbersAsOnePathThroughAllItsPoints() throws Exception {
        assertLines(Models.matmul(), 4, 2);
    }

    @Test
    void drawsEachSeriesOfCategoriesAsOnePathThroughAllItsPoints() throws Exception {
        assertLines(Models.categoryLines(), 3, 2);
    }

    @Test
    void breaksALineWhereAMeanIsMissing() throws Exception {
        for (String name : List.of("a gap", "a gap between categories")) {
            Document svg = parse(render(Models.named(name), Size.DEFAULT));
            assertThat(lines(svg, 0).toList()).as(name).singleElement().satisfies(path -> {
                assertThat(path.chars().filter(c -> c == 'M').count()).isEqualTo(2);
                assertThat(path.chars().filter(c -> c == 'L').count()).isEqualTo(2);
            });
        }
    }

    @Test
    void drawsAWhiskerWithTwoCapsForEachInterval() throws Exception {
        Document svg = parse(render(Models.bars(), Size.DEFAULT));

        long whiskers = elements(svg, "path")
                .filter(e -> style(e).contains("stroke-width:1.3") && style(e).contains("fill:none"))
                .flatMapToInt(e -> e.getAttribute("d").chars())
                .filter(c -> c == 'M')
                .count();

        assertThat(whiskers).isEqualTo(3 * 8);
    }

    @Test
    void marksThePointThatNoLineReaches() throws Exception {
        Mark line =
                new Mark.Line("", Tone.series(0), Mark.Join.STRAIGHT, false, Mark.Spread.BAND, List.of(Point.at(0, 1)));
        ChartModel curves = Models.bars();
        Panel panel = curves.panels().get(0);
        ChartModel alone = new ChartModel(
                curves.type(),
                Optional.empty(),
                List.of(new Panel(Optional.empty(), panel.x(), panel.y(), List.of(line))),
                Optional.empty(),
                "",
                Optional.empty());

        assertThat(elements(parse(render(alone, Size.DEFAULT)), "circle")).isNotEmpty();
    }

    @Test
    void leavesOutWhatIsAroundAMeanWhereItDoesNotFit() throws Exception {
        ChartModel heatmap = Aggregation.of(
                Examples.all().get(5).spec(), Examples.all().get(5).table());

        assertThat(texts(parse(render(heatmap, new Size(1600, 900))))).anyMatch(text -> text.contains(" ± "));
        assertThat(texts(parse(render(heatmap, new Size(400, 300)))))
                .noneMatch(text -> text.contains(" ± "))
                .contains("85.6");
    }

    @Test
    void saysThatThereIsNothingYet() throws Exception {
        assertThat(texts(parse(render(Models.named("no rows"), Size.DEFAULT)))).contains("no rows yet", "n = 0");
        assertThat(texts(parse(render(Models.named("no values"), Size.DEFAULT))))
                .contains("no values to draw");
    }

    @Test
    void namesNotMoreSeriesThanFitAndSaysHowManyMore() throws Exception {
        assertThat(texts(parse(render(Models.named("many series"), new Size(700, 330)))))
                .contains("series 26", "series 30")
                .doesNotContain("series 39")
                .anyMatch(text -> text.matches("… and \\d+ more"));
    }

    private void assertLines(ChartModel model, int series, int points) throws Exception {
        Document svg = parse(render(model, Size.DEFAULT));
        assertThat(IntStream.range(0, series))
                .allSatisfy(i -> assertThat(lines(svg, i).toList())
                        .singleElement()
                        .satisfies(path -> assertThat(path.chars()
                                        .filter(c -> c == 'M' || c == 'L')
                                        .count())
                                .isEqualTo(points)));
    }

    /** The paths in the colour of a series inside the plot: those of the legend are clipped to the whole chart. */
    private static Stream<String> lines(Document svg, int series) {
        var color = Palette.color(series);
        String stroke = "stroke:rgb(%d,%d,%d)".formatted(color.getRed(), color.getGreen(), color.getBlue());
        return elements(svg, "path")
                .filter(e -> (e.getAttribute("style").contains("stroke:") ? e.getAttribute("style") : groupStyle(e))
                        .contains(stroke))
                .filter(e -> !style(e).contains("stroke-width:1.3")) // whiskers
                .filter(e -> e.getAttribute("style").contains("fill:none"))
                .filter(e -> !e.getAttribute("style").contains("url(#clipPath1)"))
                .map(e -> e.getAttribute("d"));
    }

    private static String style(Element element) {
        String own = element.getAttribute("style");
        return own.contains("stroke-width:") ? own : own + ";" + groupStyle(element);
    }

    private static String groupStyle(Element element) {
        return ((Element) element.getParentNode()).getAttribute("style");
    }

    private static List<String> texts(Document svg) {
        return elements(svg, "text").map(Element::getTextContent).toList();
    }

    private static Stream<Element> elements(Document svg, String tag) {
        NodeList all = svg.getElementsByTagName(tag);
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i));
    }

    private static Document parse(byte[] file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }
}
