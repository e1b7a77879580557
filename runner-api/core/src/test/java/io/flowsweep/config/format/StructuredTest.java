package io.flowsweep.config.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StructuredTest {

    private static Map<String, Integer> lines(Structured text) {
        return text.keys().stream()
                .collect(Collectors.toMap(key -> String.join("/", key.path()), Structured.Key::line, (a, b) -> b));
    }

    private static void assertRefused(Structured.Reader reader, String text, String... parts) {
        assertThatThrownBy(() -> reader.read(text, "c.x"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(parts);
    }

    @Nested
    class Yaml {

        @Test
        void hasValuesOfEveryKindAndTheLineOfEveryKey() {
            Structured text = YamlText.read("""
                    # settings
                    rate: 1e-3
                    model:
                      layers: [32, 16]
                      name: "deep # net"
                    country: no
                    fast: true
                    nothing: null
                    """, "c.yaml");

            assertThat(text.values())
                    .containsEntry("rate", 1e-3)
                    .containsEntry("country", "no")
                    .containsEntry("fast", true)
                    .containsEntry("nothing", null)
                    .containsEntry("model", Map.of("layers", List.of(32, 16), "name", "deep # net"));
            assertThat(lines(text))
                    .containsEntry("rate", 2)
                    .containsEntry("model", 3)
                    .containsEntry("model/layers", 4)
                    .containsEntry("model/name", 5)
                    .containsEntry("nothing", 8);
        }

        @Test
        void followsAnchorsAndMergeKeys() {
            Structured text = YamlText.read("""
                    base: &base { cpu: 1, memory: 1GB }
                    big:
                      <<: *base
                      cpu: 8
                    again: *base
                    names: &names [a]
                    same: *names
                    """, "c.yaml");

            assertThat(text.values())
                    .containsEntry("big", Map.of("cpu", 8, "memory", "1GB"))
                    .containsEntry("again", Map.of("cpu", 1, "memory", "1GB"))
                    .containsEntry("same", List.of("a"));
        }

        @Test
        void mayBeEmpty() {
            assertThat(YamlText.read("# nothing\n", "c.yaml").values()).isEmpty();
        }

        @Test
        void thatIsWrongIsRefusedWithItsLine() {
            assertRefused(YamlText::read, "a: 1\nb: [1, 2\nc: 3\n", "c.x:3", "not valid YAML");
            assertRefused(YamlText::read, "b:\n  a: 1\n  a: 2\n", "c.x:3", "\"b.a\" is given twice, first in line 2");
            assertRefused(YamlText::read, "- 1\n- 2\n", "c.x:1", "this is a list");
            assertRefused(YamlText::read, "a: 1\n---\nb: 1\n", "a second document");
            assertRefused(YamlText::read, "a: *b\n", "c.x:1", "no mapping or list before it");
            assertRefused(YamlText::read, "a: &a [1]\nb:\n  <<: *a\n", "merges mappings");
        }
    }

    @Nested
    class Toml {

        @Test
        void hasValuesOfEveryKindAndTheLineOfEveryKey() {
            Structured text = TomlText.read("""
                    rate = 1e-3 # per step
                    "odd key" = '''
                    [no.table]
                    x = 1'''
                    dotted.path = 1

                    [model]
                    layers = [
                      32, # first
                      16,
                    ]
                    name = "a = [b]"
                    inline = { a = 1 }
                    [model.sub]
                    day = 2026-01-31
                    [[list]]
                    x = 1
                    [last]
                    y = true
                    [[list]]
                    [list.inner]
                    x = 2
                    [[list.more]]
                    x = 3
                    """, "c.toml");

            assertThat(text.values())
                    .containsEntry("odd key", "[no.table]\nx = 1")
                    .containsEntry("dotted", Map.of("path", 1))
                    .containsEntry(
                            "list",
                            List.of(Map.of("x", 1), Map.of("inner", Map.of("x", 2), "more", List.of(Map.of("x", 3)))))
                    .containsEntry("last", Map.of("y", true));
            assertThat(((Map<?, ?>) text.values().get("model")).get("sub")).isEqualTo(Map.of("day", "2026-01-31"));
            assertThat(lines(text))
                    .containsEntry("rate", 1)
                    .containsEntry("odd key", 2)
                    .containsEntry("dotted/path", 5)
                    .containsEntry("model", 7)
                    .containsEntry("model/layers", 8)
                    .containsEntry("model/name", 12)
                    .containsEntry("model/inline", 13)
                    .containsEntry("model/sub/day", 15)
                    .containsEntry("last/y", 19)
                    .containsEntry("list", 16)
                    .containsEntry("list/[0]/x", 17)
                    .containsEntry("list/[1]", 20)
                    .containsEntry("list/[1]/inner/x", 22)
                    .containsEntry("list/[1]/more/[0]/x", 24)
                    .doesNotContainKeys("no/table", "x");
        }

        @Test
        void thatIsWrongIsRefusedWithItsLine() {
            assertRefused(TomlText::read, "a = 1\nb = = 2\n", "c.x:2", "not valid TOML", "b = = 2");
            assertRefused(TomlText::read, "a = 1\na = 2\n", "c.x:2");
            assertRefused(TomlText::read, "n = 1\n\"\"y\"\n", "c.x:2");
            assertRefused(TomlText::read, "n = 1\n[]\n[[\n", "c.x:2");
        }
    }

    @Nested
    class JavaProperties {

        @Test
        void haveNestedKeysAndTypedValues() {
            Structured text = PropertiesText.read("""
                    # c \\
                    model.layers=32
                    model.name = \\
                       deep
                    version=1.10
                    rate=0.001
                    fast true
                    id=007
                    """, "c.properties");

            assertThat(text.values())
                    .containsEntry("model", Map.of("layers", 32L, "name", "deep"))
                    .containsEntry("version", "1.10")
                    .containsEntry("rate", 0.001)
                    .containsEntry("fast", true)
                    .containsEntry("id", "007");
            assertThat(lines(text)).containsEntry("model/name", 3).containsEntry("version", 5);
        }

        @Test
        void thatAreWrongAreRefusedWithTheirLine() {
            assertRefused(PropertiesText::read, "a=1\na.b=2\n", "c.x:2", "\"a.b\" cannot be set");
            assertRefused(PropertiesText::read, "a=1\na=2\n", "c.x:2", "\"a\" is given twice, first in line 1");
            assertRefused(PropertiesText::read, "a=\\u00zz\n", "c.x:1", "not valid properties");
        }
    }
}
