package io.flowsweep.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.flow.Case;
import io.flowsweep.flow.Catch;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Retry;
import io.flowsweep.flow.Step;
import io.flowsweep.flow.Timeout;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.runner.Runner;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class FlowGraphTest {

    /** A split of a foreach, a switch that repeats itself, and a plain branch. */
    public static class Wide extends FlowSpec {
        List<Integer> xs;
        String state;

        @Step(next = {"clean", "audit", "quick"})
        @Retry(times = "3", delay = "1s")
        void start() {}

        @Step(next = "fit", foreach = "xs")
        void clean() {}

        @Step(next = "pick")
        @Timeout("90s")
        @Catch
        void fit() {}

        @Step(next = "all")
        void pick(Inputs<Wide> inputs) {}

        @Step(
                condition = "state",
                cases = {
                    @Case(when = "MORE", next = "audit"),
                    @Case(when = "<DONE>", next = "report"),
                    @Case(when = "SKIP", next = "close")
                })
        void audit() {}

        @Step(next = "close")
        void report() {}

        @Step(next = "all")
        void close() {}

        @Step(next = "all")
        void quick() {}

        @Step(next = "end")
        void all(Inputs<Wide> inputs) {}

        @Step
        void end() {}
    }

    @TempDir
    Path folder;

    private FlowPlan plan() {
        return Runner.of(Wide.class).store(folder).plan();
    }

    @Test
    void asTextIsAnOutlineOfItsBranches() {
        assertThat(String.join("\n", FlowGraphText.of(plan()))).isEqualTo("""
                start  (retry 3× after 1s)
                ├─ clean  (foreach over xs)
                │  └─ each: fit  (timeout 1m 30s, catch)
                │  pick  (join of clean)
                ├─ audit  (switch on state)
                │  ├─ MORE → ↻ audit again
                │  ├─ <DONE> → report
                │  └─ SKIP → on to close
                │  close
                └─ quick
                all  (join of start)
                end""");
    }

    @Test
    void asSvgNamesStepsDecoratorsAndCases() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(FlowDrawing.svg(plan()).getBytes(StandardCharsets.UTF_8)));

        NodeList texts = svg.getElementsByTagName("text");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            words.add(texts.item(i).getTextContent());
        }
        assertThat(words)
                .contains(
                        "Wide",
                        "start",
                        "retry 3× after 1s",
                        "each of xs",
                        "switch on state",
                        "MORE",
                        "<DONE>",
                        "join of start");
        assertThat(words).hasSize(1 + 10 + 6 + 4);
    }

    @Test
    void asPngIsAPicture() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(FlowDrawing.png(plan())));

        assertThat(image.getWidth()).isGreaterThan(600);
        assertThat(image.getHeight()).isGreaterThan(600);
    }

    @Test
    void inLayersNoNodeCoversAnother() {
        Map<String, Double> widths = new LinkedHashMap<>();
        Map<String, List<String>> next = new LinkedHashMap<>();
        widths.put("top", 50.0);
        next.put("top", List.of("a", "b", "c", "d", "bottom"));
        for (String name : List.of("a", "b", "c", "d")) {
            widths.put(name, 120.0);
            next.put(name, List.of("bottom"));
        }
        widths.put("bottom", 300.0);
        next.put("bottom", List.of());

        Layers layers = new Layers(widths, next, 10);

        List<Layers.Node> middle = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            middle.add(layers.node(name));
        }
        middle.add(layers.way("top", "bottom").get(1));
        middle.sort((l, r) -> Double.compare(l.x, r.x));
        for (int i = 1; i < middle.size(); i++) {
            Layers.Node left = middle.get(i - 1);
            Layers.Node right = middle.get(i);
            assertThat(right.x - left.x).isGreaterThanOrEqualTo((left.width + right.width) / 2 + 10 - 1e-6);
        }
        assertThat(layers.node("bottom").layer).isEqualTo(2);
    }
}
