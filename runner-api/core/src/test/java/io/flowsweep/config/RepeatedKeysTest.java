package io.flowsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedKeysTest {

    @TempDir
    Path folder;

    private ConfigDocument read(String text) {
        return ConfigDocument.ofText(text, "x.conf", folder, folder);
    }

    @Test
    void aValueThatOneBlockGivesTwiceIsRefusedWithBothLines() {
        assertThatThrownBy(() -> read("grid {\n  lr = [0.1, 1]\n  depth = [2]\n  lr = [5]\n}\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("x.conf:4: \"grid.lr\" is given twice, first in line 2, and only the last would count."
                        + " Keep one of them.");
    }

    @Test
    void allThatAreRepeatedAreToldAtOnce() {
        assertThatThrownBy(() -> read("a = 1, a = 2\nb = x\nb = y"))
                .hasMessageContainingAll("x.conf:1: \"a\" is given twice, both in this line", "x.conf:3: \"b\"");
    }

    @Test
    void soItIsInJson() {
        assertThatThrownBy(() ->
                        ConfigDocument.ofText("{\n\"a\": 1,\n\"a\": 2 }", ConfigFormat.JSON, "x.json", folder, folder))
                .hasMessageStartingWith(
                        "x.json:3: \"a\" is given twice, first in line 2, and only the last would count.");
    }

    @Test
    void whatAnotherBlockReplacesIsKnown() {
        assertThat(read("a { x = 1, y = 1 }\na { x = 2 }").keys())
                .filteredOn(key -> key.replaced().isPresent())
                .containsExactly(new KeyPlace("a.x", "x.conf:2", false, Optional.of("x.conf:1")));
    }

    @Test
    void inADocumentThatWasAcceptedBeforeTheLastCounts() {
        ConfigDocument document =
                new ProjectReader(folder, true).text("a = 1, a = 2", ConfigFormat.HOCON, "x.conf", folder);

        assertThat(document.resolve().values()).containsEntry("a", 2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b = 1, a.b = 2",
                "x { a = [1], a = [2] }",
                "rows = [{ a = 1, a = 2 }]",
                "a { from = 1, to = 2 }\na = [1, 2]",
                "a = [1, 2]\na { from = 1, to = 2 }",
                "{ \"a\": 1, \"a\": 2 }",
                "a = ${b} ms, b = 1, a = 5 ms",
                "a = null # none\na = 1, a = 2"
            })
    void whateverItsForm(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining("is given twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port = 8080, port = ${?PORT}",
                "a = [1], a += 2, a = ${a} [3]",
                "a { x = 1 }, a { y = 2 }",
                "a { x = 1 }\nb = 1\na { x = 2 }\na.x = 3",
                "a = { x = 1 } { x = 2 }",
                "adam { lr = 1 }, opt = ${adam}, opt { lr = 2 }, opt = ${opt} { lr = 3 }",
                "a { x = 1 }, a = null, a { y = 1 }",
                "rows = [{ a = 1 }, { a = 2 }] [{ a = 3 }]",
                "# a = 1\na = \"a = 2\" // a = 3\n"
            })
    void whatOverridesOnPurposeIsTaken(String text) {
        assertThat(read(text).keys()).isNotEmpty();
    }

    @Test
    void whatStandsBehindAnIncludeOverridesIt() throws IOException {
        Files.writeString(folder.resolve("base.conf"), "lr = 1, depth = 2");

        ConfigDocument document = read("lr = 0\ninclude \"base.conf\"\nlr = 3");

        assertThat(document.resolve().values()).containsEntry("lr", 3L).containsEntry("depth", 2L);
    }

    @Test
    void whatIsNoHoconIsToldHoweverLongItIs() {
        assertThatThrownBy(() -> read("a = {\nb = ${x" + "$".repeat(50_000)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("x.conf:");
    }
}
