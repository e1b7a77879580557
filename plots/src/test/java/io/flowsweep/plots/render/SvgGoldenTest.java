package io.flowsweep.plots.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.Examples;
import io.flowsweep.plots.Examples.Example;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.Tone;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What the SVG of each kind of chart is made of, against files that a person has looked at the charts of: how many shapes there
 * are of each colour and form, whatever the fonts of the machine. Axes and grids, whose ticks depend on fonts, are left out.
 * {@code -Dgolden.update} writes the files anew; look at the charts then.
 */
class SvgGoldenTest {

    private static final Path FILES = Path.of("src/test/resources/io/flowsweep/plots/render/golden");
    private static final Pattern STYLE = Pattern.compile("(fill|stroke|stroke-dasharray|stroke-width):([^;]+)");
    private static final List<String> SHAPES =
            List.of("path", "line", "rect", "circle", "polygon", "polyline", "ellipse");

    /** Every colour of it is one: which one, is for the tests of the numbers. */
    private static final Set<String> RAMP = IntStream.rangeClosed(0, 100_000)
            .mapToObj(i -> rgb(Palette.paint(Tone.ramp(i / 100_000.0)).getRGB()))
            .collect(Collectors.toSet());

    static List<Example> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isMadeOfTheSameShapes(Example example) throws Exception {
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        new SvgRenderer().render(Aggregation.of(example.spec(), example.table()), Size.DEFAULT, svg);
        String shapes = shapes(svg.toByteArray());
        Path golden = FILES.resolve(example.name() + ".txt");
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(FILES);
            Files.writeString(golden, shapes);
        }
        assertThat(golden).content().isEqualTo(shapes);
    }

    private static String shapes(byte[] svg) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getDocumentElement();
        Map<String, Integer> counts = new TreeMap<>();
        collect(root, Map.of("fill", "black", "stroke", "none"), counts);
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " × " + e.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private static void collect(Element element, Map<String, String> inherited, Map<String, Integer> counts) {
        Map<String, String> style = new TreeMap<>(inherited);
        Matcher matcher = STYLE.matcher(element.getAttribute("style"));
        while (matcher.find()) {
            String value = matcher.group(2).trim();
            style.put(matcher.group(1), RAMP.contains(value) ? "ramp" : value);
        }
        if (element.getTagName().equals("clipPath")) {
            return;
        }
        if (SHAPES.contains(element.getTagName()) && !isFrame(style)) {
            counts.merge(element.getTagName() + " " + form(element) + style, 1, Integer::sum);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, style, counts);
            }
        }
    }

    /** White grounds, axis lines and grids. */
    private static boolean isFrame(Map<String, String> style) {
        List<String> frame = List.of(rgb(Look.AXIS.getRGB()), rgb(Look.GRID.getRGB()));
        return frame.contains(style.get("stroke"))
                || style.get("fill").equals("white") && style.get("stroke").equals("none");
    }

    private static String rgb(int color) {
        return "rgb(" + (color >> 16 & 255) + "," + (color >> 8 & 255) + "," + (color & 255) + ")";
    }

    /** The commands of a path, each run of one command as its number. */
    private static String form(Element element) {
        String commands = element.getAttribute("d").replaceAll("[^A-Z]", "");
        return commands.isEmpty()
                ? ""
                : Pattern.compile("(.)\\1*")
                                .matcher(commands)
                                .replaceAll(run -> run.group(1)
                                        + (run.group().length() > 1
                                                ? run.group().length()
                                                : ""))
                        + " ";
    }
}
