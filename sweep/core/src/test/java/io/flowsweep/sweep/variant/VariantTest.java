package io.flowsweep.sweep.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                .isEqualTo("3c443acfb3fdbed8e4db6b7b88dd88a36fa565acf92527d46f063491ef3dc4d6");
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
    void whetherAnAxisOrTheBaseGivesAValueDoesNotMatter() {
        assertThat(new Variant(0, "n", Map.of(), Map.of("a", 1), Map.of("p", "x")).identity("source"))
                .isEqualTo(identity(Map.of("a", 1)));
    }

    @Test
    void allRepeatsHaveOneIdentity() {
        Variant variant = variant(Map.of("seed", 0));
        VariantValues seeded = VariantValues.of(Map.of("seed", 7), Map.of("p", "x"));
        Variant repeated = variant.repeated(new Repeat(1, Optional.of(7)), seeded);
        assertThat(repeated.identity("source")).isEqualTo(variant.identity("source"));
        assertThat(repeated.repeat().key()).isEqualTo("seed=7");
        assertThat(variant.repeat().key()).isEqualTo("0");
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
                        new Variant(0, "n", Map.of("run.executor", "inline"), Map.of("a", 1), Map.of("p", "x"))
                                .identity("source"),
                        new Variant(0, "n", Map.of("run.executor", "process"), Map.of("a", 1), Map.of("p", "x"))
                                .identity("source"),
                        new Variant(0, "n", Map.of("flow", "A.java"), Map.of("a", 1), Map.of("p", "x"))
                                .identity("source"),
                        new Variant(0, "n", Map.of("config.a", 1), Map.of("a", 1), Map.of()).identity("source")))
                .doesNotHaveDuplicates();
    }
}
