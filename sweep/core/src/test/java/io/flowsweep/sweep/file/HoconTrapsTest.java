package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What surprises in HOCON, and what a sweep file makes of it. */
class HoconTrapsTest {

    private final SweepFolder folder;

    HoconTrapsTest(@TempDir Path dir) {
        folder = SweepFolder.in(dir);
    }

    @Test
    void theOrderOfKeysIsNotKeptByTheLibraryButByUs() {
        SweepSpec spec = folder.load("config { z = 1, a = 1, m = 1 }\ngrid { z = [1], a = [1], m = [1] }");
        assertThat(spec.axes()).extracting(Axis::name).containsExactly("z", "a", "m");
    }

    @Test
    void anAxisReachesSubstitutions() {
        assertThat(folder.variants("config { lr = 0.1, d = ${lr}x }\ngrid.lr = [5]")
                        .get(0)
                        .config())
                .containsEntry("d", "5x");
    }

    @Test
    void spellingsOfANumberAreOneIdentity() {
        List<String> identities = List.of("1", "1.0", "1e0", "01").stream()
                .map(one -> folder.variants("config.a = 3\ngrid.a = [" + one + "]")
                        .get(0)
                        .identity("d"))
                .distinct()
                .toList();
        assertThat(identities).hasSize(1);
    }

    @Test
    void whatOnlyLooksLikeANumberIsAChangeOfKind() {
        for (String text : List.of(".1", "1_000", "0x10", "on", "123456789012345678901")) {
            assertThat(folder.problems("config.a = 1\ngrid.a = [" + text + "]")).contains("but the string " + text);
        }
        for (String text : List.of("config.a = 1\ngrid.a = [1e400]", "config.a = 1e400", "let.x = -1e999")) {
            assertThat(folder.problems(text)).containsPattern("^s.conf:[23]: .*too large");
        }
    }

    @Test
    void wordsOfTheCommandLineAreNoneOfTheFile() {
        assertThat(folder.problems("config.a = 1\ngrid.a = \"range(1,10)\"")).contains("There are no functions");
        assertThat(folder.problems("config.a = 1\ngrid.a = \"1..3\"")).contains("Write { from = …, to = … }");
        assertThat(folder.problems("config.a = 1\ngrid { ~a = [1] }")).contains("~a");
    }

    @Test
    void namesWithinQuotesAreToldToBeTexts() {
        assertThat(folder.variants("config { a = 1, opt { d = 2 }, title = \"${a}-${opt.d}\" }")
                        .warnings())
                .singleElement()
                .asString()
                .contains("s.conf:2: config.title is the text ${a}-${opt.d}: within quotes");
        assertThat(folder.variants("config { a = 1, title = ${a}x, shell = \"${HOME}\" }")
                        .warnings())
                .isEmpty();
    }

    @Test
    void wordsOfOtherToolsAreToldOurs() {
        String config = "config { a = 1, window { min = 1 } }\n";
        assertThat(folder.problems(config + "grid.a { min = 1, max = 5 }")).contains("Write { from = 1, to = 4 }");
        assertThat(folder.problems(config + "grid.a { from = 1, to = 5, n = 3 }"))
                .contains("linspace { from");
        assertThat(folder.problems(config + "grid.a = \"1,2\"")).contains("Write [1,2] for these values");
        assertThat(folder.problems(config + "grid.a = [1 2]")).contains("Put a comma between the values");
        assertThat(folder.variants(config + "grid.window { min = [1, 2] }").size())
                .isEqualTo(2);
    }

    @Test
    void oneValueThatIsAListIsAListInAList() {
        assertThat(folder.variants("config.a = [1]\ngrid.a = [[1, 2]]").get(0).config())
                .isEqualTo(Map.of("a", List.of(1L, 2L)));
    }

    @Test
    void conditionsStandInQuotes() {
        assertThat(folder.problems("config.a = 1\ngrid.a = [1]\nwhere = a * 2 < 3"))
                .contains("s.conf:4");
        assertThat(folder.variants("config.a = 1\ngrid.a = [1, 2]\nwhere = \"a * 2 < 3 && a > 0\"")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void anObjectReplacesAndABindingMerges() {
        String config = "config { opt { type = sgd, momentum = 0.9 } }\n";
        assertThat(folder.variants(config + "grid.opt = [ { type = adam } ]")
                        .get(0)
                        .config())
                .isEqualTo(Map.of("opt", Map.of("type", "adam")));
        assertThat(folder.variants(config + "bindings { A { opt { type = adam } } }")
                        .get(0)
                        .config())
                .isEqualTo(Map.of("opt", Map.of("type", "adam", "momentum", 0.9)));
    }

    @Test
    void aListIsNotVariedByIndex() {
        assertThat(folder.problems("config.xs = [1, 2]\ngrid.xs.0 = [5]")).contains("\"xs\" is a list");
    }

    @Test
    void aTypoIsNoNewKey() {
        assertThat(folder.problems("config.depth = 1\ngrid.dept = [5]")).contains("Did you mean \"depth\"?");
        assertThat(folder.problems("girid.a = [5]")).contains("unknown key \"girid\". Did you mean \"grid\"?");
    }

    @Test
    void theEnvironmentDoesNotEnter() {
        assertThat(folder.variants("config { home = ${?HOME}x }").get(0).config())
                .isEqualTo(Map.of("home", "x"));
        assertThat(folder.problems("config { home = ${HOME} }")).contains("${HOME} is not defined");
    }

    @Test
    void aMissingIncludeIsAnErrorRequiredOrNot() {
        assertThat(folder.problems("config { include \"nope.conf\" }")).contains("\"nope.conf\" does not exist");
    }

    @Test
    void appendingInAConfigThatIsReadTwiceIsRefusedAndDoesNotLoseValues() {
        assertThat(folder.problems("config { xs = [1], xs += 2, y = ${config.xs} }"))
                .contains("\"xs\" builds on its own earlier value");
    }

    @Test
    void deepNestingIsAProblemAndNoStackOverflow() {
        assertThat(folder.problems("config.a = " + "[".repeat(3000) + "]".repeat(3000)))
                .contains("s.conf");
    }

    @Test
    void nullsAndEmptyObjectsStay() {
        Map<String, Object> expected = new HashMap<>();
        expected.put("a", null);
        expected.put("b", Map.of());
        assertThat(folder.variants("config { a = 1, b {} }\ngrid.a = [null]")
                        .get(0)
                        .config())
                .isEqualTo(expected);
    }

    @Test
    void unitsStayAsTheyAreWritten() {
        assertThat(folder.variants("config { memory = 4 GiB }\ngrid.memory = [4GB, 4 GiB]").stream()
                        .map(Variant::name))
                .containsExactly("memory=4GB", "memory=4-GiB");
    }

    @Test
    void everyValueKnowsItsLine() {
        folder.write("base.conf", "x = 1\ny = 2");
        Variants variants = folder.variants("config { include \"base.conf\" }\ngrid {\n x = [5] }");
        assertThat(variants.origin(variants.get(0), "config.y"))
                .hasValueSatisfying(w -> assertThat(w).endsWith("base.conf:2"));
        assertThat(variants.origin(variants.get(0), "config.x"))
                .hasValueSatisfying(w -> assertThat(w).endsWith("s.conf:4"));
    }

    @Test
    void mergesWithinTheFileFollowThePlainRules() {
        assertThat(folder.variants("config { a { x = 1 }, a { y = 2 }, a.x = 3 }")
                        .get(0)
                        .config())
                .isEqualTo(Map.of("a", Map.of("x", 3L, "y", 2L)));
    }
}
