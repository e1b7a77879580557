package io.flowsweep.plots.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.text.JsonRenderer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class JsonRendererTest extends ChartRendererContract {

    @Override
    ChartRenderer renderer() {
        return new JsonRenderer();
    }

    @Override
    void assertIsChart(byte[] file, Size size) {
        String json = new String(file, StandardCharsets.UTF_8);
        assertThat(json).startsWith("{\"type\":\"").endsWith("}\n").doesNotContain("NaN", "Infinity", "<");
        assertBalanced(json);
    }

    @Test
    void holdsTheNumbersThatAreDrawn() {
        String json = JsonRenderer.text(Models.named("one point"));

        assertThat(json)
                .contains("\"type\":\"line\"")
                .contains("\"x\":{\"label\":\"x\",\"scale\":\"linear\",\"low\":0.9,\"high\":1.1")
                .contains("{\"mark\":\"line\",\"name\":\"\",\"tone\":{\"kind\":\"series\",\"value\":0}")
                .contains("\"points\":[{\"x\":1,\"y\":3,\"n\":1,\"missing\":0}]")
                .contains("\"caption\":\"n = 1 per point: no interval\"")
                .doesNotContain("message", "title", "legend");
    }

    @Test
    void mayStandInAScriptOfAPage() {
        assertThat(JsonRenderer.text(Models.named("odd names"))).contains("\\u003cscript>", "\\ud800");
    }

    private static void assertBalanced(String json) {
        Deque<Character> open = new ArrayDeque<>();
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                open.push(c);
            } else if (c == '}' || c == ']') {
                assertThat(open.pop()).isEqualTo(c == '}' ? '{' : '[');
            }
        }
        assertThat(open).isEmpty();
        assertThat(quoted).isFalse();
    }
}
