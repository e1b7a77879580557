package io.flowsweep.sweep.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariantTest {

    private static Variant variant(Map<String, Object> config) {
        return new Variant(0, "n", Map.of("config.a", 1), config, Map.of("p", "x"));
    }

    private static String identity(Map<String, Object> config) {
        return variant(config).identity("source");
    }

    @Test
    void identityIsASha256InHexadecimal() {
        assertThat(identity(Map.of())).matches("[0-9a-f]{64}");
    }

    @Test
    void identityIsTheSameOnEveryMachine() {
        assertThat(identity(Map.of("a", 1, "b", List.of(0.1, "x"))))
                .isEqualTo("71e1350a6557fa6e9dd244d3aee7f5bfb77c62c0da26a6fd87d5f16cbc408019");
    }

    @Test
    void spellingsOfANumberAndTheOrderOfKeysDoNotMatter() {
        Map<String, Object> forwards = new LinkedHashMap<>();
        forwards.put("a", 1);
        forwards.put("b", 2.5);
        Map<String, Object> backwards = new LinkedHashMap<>();
        backwards.put("b", 2.50f);
        backwards.put("a", 1e0);
        assertThat(identity(backwards)).isEqualTo(identity(forwards));
        assertThat(new Variant(7, "other", Map.of("config.a", 1.0), forwards, Map.of("p", "x")).identity("source"))
                .isEqualTo(identity(forwards));
    }

    @Test
    void whateverElseDiffersMatters() {
        Variant one = variant(Map.of("a", 1));
        assertThat(List.of(
                        one.identity("source"),
                        one.identity("other source"),
                        identity(Map.of("a", "1")),
                        identity(Map.of("a", 2)),
                        identity(Map.of("a", true)),
                        identity(Map.of("a", List.of(1))),
                        identity(Map.of("a", List.of("1", "2"))),
                        identity(Map.of("a", List.of("1,2"))),
                        identity(Map.of("b", 1)),
                        new Variant(0, "n", Map.of(), Map.of("a", 1), Map.of("p", "x")).identity("source"),
                        new Variant(0, "n", Map.of("config.a", 1), Map.of("a", 1), Map.of()).identity("source")))
                .doesNotHaveDuplicates();
    }
}
