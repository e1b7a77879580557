package io.flowsweep.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of the manual: how each kind of value is given. */
class ArgsStyleTest {

    private static final Map<String, Object> CONFIG = new LinkedHashMap<>();

    static {
        CONFIG.put("lr", 0.001);
        CONFIG.put("name", "two words");
        CONFIG.put("on", true);
        CONFIG.put("off", false);
        CONFIG.put("sizes", List.of(64L, 32L));
        CONFIG.put("none", null);
        CONFIG.put("model", Map.of("depth", 2L));
        CONFIG.put("empty", Map.of());
    }

    @Test
    void equals() {
        assertThat(ArgsStyle.EQUALS.render(CONFIG))
                .containsExactly(
                        "--lr=0.001",
                        "--name=two words",
                        "--on=true",
                        "--off=false",
                        "--sizes=[64,32]",
                        "--model.depth=2",
                        "--empty={}");
    }

    @Test
    void space() {
        assertThat(ArgsStyle.SPACE.render(CONFIG))
                .containsExactly(
                        "--lr",
                        "0.001",
                        "--name",
                        "two words",
                        "--on",
                        "--sizes",
                        "64",
                        "32",
                        "--model.depth",
                        "2",
                        "--empty",
                        "{}");
    }

    @Test
    void whatLooksLikeAnOptionIsJoinedToItsName() {
        assertThat(ArgsStyle.SPACE.render(Map.of("x", -1e-5))).containsExactly("--x=-0.00001");
        assertThat(ArgsStyle.SPACE.render(Map.of("x", "-v"))).containsExactly("--x=-v");
        assertThat(ArgsStyle.SPACE.render(Map.of("x", ""))).containsExactly("--x", "");
    }

    @Test
    void hydra() {
        assertThat(ArgsStyle.HYDRA.render(CONFIG))
                .containsExactly(
                        "lr=0.001",
                        "name='two words'",
                        "on=true",
                        "off=false",
                        "sizes=[64,32]",
                        "none=null",
                        "model.depth=2",
                        "empty={}");
    }

    @Test
    void hydraKeepsTextsThatLookLikeSomethingElse() {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("a", "true");
        texts.put("b", "10");
        texts.put("c", "it's");
        texts.put("d", "C:\\");
        texts.put("e", new ArrayList<>(Arrays.asList("x", null)));
        assertThat(ArgsStyle.HYDRA.render(texts))
                .containsExactly("a='true'", "b='10'", "c='it\\'s'", "d='C:\\\\'", "e=[x,null]");
    }

    @Test
    void json() {
        assertThat(ArgsStyle.JSON.render(Map.of("lr", 0.001))).containsExactly("{\"lr\":0.001}");
    }
}
