package io.flowsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HoconOutlineTest {

    private static List<String> paths(String hocon) {
        return HoconOutline.of(hocon).stream()
                .map(e -> String.join("/", e.path()) + (e.include() == null ? "" : "<" + e.include()))
                .toList();
    }

    @Test
    void keysComeInTheOrderOfTheTextAlsoOnOneLine() {
        assertThat(paths("z = 1, a = 2, m { y = 3, b = 4 }, k : 5")).containsExactly("z", "a", "m", "m/y", "m/b", "k");
    }

    @Test
    void dottedAndQuotedKeysAreSplit() {
        assertThat(paths("a.b = 1\n\"x.y\".z = 2\n a . c {d=1}")).first().isEqualTo("a/b");
        assertThat(paths("\"x.y\".z = 2")).containsExactly("x.y/z");
    }

    @Test
    void keysOfObjectsInListsHaveTheirNumber() {
        assertThat(paths("a = [ { x = 1, y { z = 2 } }, 5, { x = 3 }\n [ { v = [{ w = 1 }] } ] ], b = 1"))
                .containsExactly("a", "a/[0]/x", "a/[0]/y", "a/[0]/y/z", "a/[1]/x", "b");
        assertThat(HoconOutline.of("a = [\n{ x = 1\n y = 2 }\n { z = 3 } ]"))
                .extracting(HoconOutline.Entry::line)
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void keysInsideStringsCommentsAndSubstitutionsAreNone() {
        assertThat(paths("""
                a = [ [ "no = ]", {no=2} ] ] # no = 1
                // no { = 1
                b = "no = { 1", c = \"""no
                = { 2\"""
                d = ${?no.no}x no { e = 1 }
                """)).containsExactly("a", "b", "c", "d", "d/e");
    }

    @Test
    void objectsJoinedToOthersBelongToTheKey() {
        assertThat(paths("grid = ${base} { cpu = 1 } { dim = 2 }\nx = {a=1} ${y} {b=2}\nlast=1"))
                .containsExactly("grid", "grid/cpu", "grid/dim", "x", "x/a", "x/b", "last");
    }

    @Test
    void valuesMayBeginOnTheNextLine() {
        assertThat(paths("a =\n 5\nb\n{ c = 1 }\nd += 3")).containsExactly("a", "b", "b/c", "d");
    }

    @Test
    void bracesOfTheRootAndJsonAreRead() {
        assertThat(paths("{ \"z\": {\"q\": [1,2], \"b\": {}}, \"a\": null }")).containsExactly("z", "z/q", "z/b", "a");
    }

    @Test
    void includesKeepTheirPlaceAndLine() {
        String text = "a = 1\nb {\n include required(file(\"x.conf\"))\n c = 2 }\ninclude \"y\", d = 1";
        assertThat(paths(text)).containsExactly("a", "b", "b<x.conf", "b/c", "<y", "d");
        assertThat(HoconOutline.of(text)).extracting(HoconOutline.Entry::line).containsExactly(1, 2, 3, 4, 5, 5);
    }

    @Test
    void valuesThatBuildOnEarlierOnesAreMarked() {
        String text = "a = 1, b += 2, c = [${c}, 1], d { e = ${?d.e}x }, config { f = ${f} }, g = ${a.g}, h = ${i}";
        assertThat(HoconOutline.of(text).stream()
                        .filter(HoconOutline.Entry::selfReferring)
                        .map(e -> String.join("/", e.path())))
                .containsExactly("b", "c", "d/e", "config/f");
    }

    @Test
    void agreesWithTheParserOnRandomDocuments() {
        long seed = new Random().nextLong();
        System.out.println("HoconOutlineTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            object(text, random, 0, new int[1]);
            List<String> parsed = ConfigFactory.parseString(text.toString()).entrySet().stream()
                    .map(e -> e.getKey().replace('.', '/'))
                    .toList();
            assertThat(paths(text.toString())).as(text.toString()).containsAll(parsed);
        }
    }

    @Test
    void neitherHangsNorFailsOnAnyText() {
        long seed = new Random().nextLong();
        System.out.println("HoconOutlineTest seed " + seed);
        Random random = new Random(seed);
        String alphabet = "ab.={}[]\",:+ \n#/\\${}include";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(paths(text.toString())).doesNotContainNull();
        }
    }

    private static void object(StringBuilder text, Random random, int depth, int[] next) {
        String[] separators = {"\n", ", ", " # no = {\n", "\n\n", ",\n"};
        String[] values = {"1", "\"a { b = \"", "[1, {no = 2}]", "${?x.y}", "un quoted", "\"\"\"t\n\"q\"\"\"\"", "null"
        };
        String[] signs = {" = ", ":", "=", " =\n "};
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            text.append("k").append(next[0]++);
            if (depth < 4 && random.nextInt(3) == 0) {
                text.append(random.nextBoolean() ? " {" : " = {\n");
                object(text, random, depth + 1, next);
                text.append(random.nextBoolean() ? "}" : "\n}");
            } else {
                text.append(signs[random.nextInt(signs.length)]).append(values[random.nextInt(values.length)]);
            }
            text.append(separators[random.nextInt(separators.length)]);
        }
    }
}
