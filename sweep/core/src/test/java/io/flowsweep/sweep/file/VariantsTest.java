package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.variant.Variant;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantsTest {

    @TempDir
    Path dir;

    private SweepFolder folder;

    @BeforeEach
    void folder() {
        folder = SweepFolder.in(dir);
    }

    @Test
    void comeInTheOrderOfTheAxesEachResolvedOnItsOwn() {
        Variants variants = folder.variants("""
                config { cpu = 1, dim = 1000, variant_id = ${cpu}x${dim} }
                grid { cpu { from = 1, to = 2 }, dim = [500, 1000] }
                """);
        assertThat(variants.size()).isEqualTo(4);
        assertThat(variants.stream())
                .extracting(Variant::name)
                .containsExactly("cpu=1,dim=500", "cpu=1,dim=1000", "cpu=2,dim=500", "cpu=2,dim=1000");
        assertThat(variants.get(2))
                .isEqualTo(new Variant(
                        2,
                        "cpu=2,dim=500",
                        Map.of("config.cpu", 2L, "config.dim", 500L),
                        Map.of("cpu", 2L, "dim", 500L, "variant_id", "2x500"),
                        Map.of()));
        assertThatThrownBy(() -> variants.get(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void reachSubstitutionsInIncludedFiles() {
        folder.write("conf/base.conf", "lr = 0.1\nmodel { include \"model.conf\" }");
        folder.write("conf/model.conf", "depth = 2\ntitle = ${depth}-${lr}-${let.suffix}");
        Variants variants = folder.variants("""
                let { suffix = "s" }
                config { include "conf/base.conf" }
                grid { lr = [0.5], model.depth = [7] }
                """);
        assertThat(variants.get(0).config())
                .isEqualTo(Map.of("lr", 0.5, "model", Map.of("depth", 7L, "title", "7-0.5-s")));
    }

    @Test
    void replaceObjectsAndReachIntoSubstitutedOnes() {
        Variants replaced =
                folder.variants("config { opt { type = sgd, momentum = 0.9 } }\ngrid { opt = [{ type = adam }] }");
        assertThat(replaced.get(0).config()).isEqualTo(Map.of("opt", Map.of("type", "adam")));
        Variants reached =
                folder.variants("config { d { lr = 1, m = 2 }, opt = ${d} { m = 3 } }\ngrid { opt.lr = [5] }");
        assertThat(reached.get(0).config().get("opt")).isEqualTo(Map.of("lr", 5L, "m", 3L));
    }

    @Test
    void withoutAGridAreOne() {
        Variants variants = folder.variants("config { a = 1 }");
        assertThat(variants.stream()).extracting(Variant::name).containsExactly("base");
        assertThat(variants.get(0).config()).isEqualTo(Map.of("a", 1L));
    }

    @Test
    void haveParametersThatMayReferToTheirConfig() {
        Variants variants = folder.variants("""
                config { cpu = 1 }
                params { seconds = 5, threads = ${config.cpu}, label = "c${config.cpu}-${sweep.name}" }
                grid { cpu = [1, 2], params.seconds = [1, 2] }
                """);
        assertThat(variants.get(3).params()).isEqualTo(Map.of("seconds", 2L, "threads", 2L, "label", "c2-s"));
        assertThat(variants.get(3).name()).isEqualTo("cpu=2,seconds=2");
    }

    @Test
    void expandTagsQuotedAndUnquotedAlike() {
        Variants variants = folder.variants("""
                config { cpu = 1, backend { name = b } }
                params { s = 5 }
                grid { cpu = [1, 2], params.t = [x] }
                tags = [ "cpu:${config.cpu}", cpu-${config.cpu}, ${config.backend.name}, "${params.s}${params.t}",
                         "${sweep.name}", plain ]
                """);
        assertThat(variants.tags(variants.get(1))).containsExactly("cpu:2", "cpu-2", "b", "5x", "s", "plain");
    }

    @Test
    void appendWhereTheFileAppends() {
        folder.write("app.conf", "xs = [1]\nxs += ${b}\nb = 5");
        Variants variants = folder.variants("""
                let { ys = [1], ys += 2 }
                config = app.conf
                grid { b = ${let.ys} }
                tags = [x]
                tags += ${config.b}
                """);
        assertThat(variants.get(1).config()).isEqualTo(Map.of("b", 2L, "xs", List.of(1L, 2L)));
        assertThat(variants.tags(variants.get(1))).containsExactly("x", "2");
        assertThat(folder.problems("config { xs = [1], xs += 2 }"))
                .startsWith("s.conf:2: \"xs\" builds on its own earlier value");
        assertThat(folder.problems("params { a = 1, b = ${params.a} }"))
                .startsWith("s.conf:2: a parameter can neither refer to another one");
    }

    @Test
    void knowWhereAValueIsWritten() {
        folder.write("base.conf", "\nx = 1\nopt { a = 1 }");
        Variants variants = folder.variants("""
                config { include "base.conf"
                  y = ${x} }
                grid { opt = [ { b = 1 } ] }
                """);
        Variant variant = variants.get(0);
        assertThat(variants.origin(variant, "config.x")).contains(dir.resolve("base.conf") + ":2");
        assertThat(variants.origin(variant, "config.y")).contains(dir.resolve("s.conf") + ":3");
        assertThat(variants.origin(variant, "config.opt")).contains(dir.resolve("s.conf") + ":4");
        assertThat(variants.origin(variant, "config.opt.b")).contains(dir.resolve("s.conf") + ":4");
        assertThat(variants.origin(variant, "config.nope")).isEmpty();
    }

    @Test
    void haveTheSameIdentityHoweverNumbersAndKeysAreWritten() {
        Variant one = folder.variants("config { a = 1, b = 2.50 }\ngrid { a = [1e0] } # x")
                .get(0);
        Variant other = folder.variants("config { b = 2.5\na = 1.0 }\n\ngrid.a = [1]\ntags = [t]")
                .get(0);
        Variant changed =
                folder.variants("config { b = 2.5\na = 1.0 }\ngrid.a = [2]").get(0);
        assertThat(other.identity("d")).isEqualTo(one.identity("d")).isNotEqualTo(changed.identity("d"));
        assertThat(one.identity("e")).isNotEqualTo(one.identity("d"));
    }

    @Test
    void areCountedExactlyAndReachedByIndexHoweverMany() {
        Variants variants = folder.variants("""
                config { a = 0, b = 0, c = ${a}-${b} }
                grid { a { from = 1, to = 1000000 }, b { from = 1, to = 1000000000000 } }
                """);
        assertThat(variants.size()).isEqualTo(BigInteger.TEN.pow(18));
        Variant last = variants.get(999_999_999_999_999_999L);
        assertThat(last.config().get("c")).isEqualTo("1000000-1000000000000");
        assertThat(variants.stream().limit(3).map(Variant::index)).isEqualTo(List.of(0L, 1L, 2L));
    }

    @Test
    void lackWhatTheFileLeavesToOthers() {
        String config = "config { data = \"???\", lr = 1, opt { type = \"???\" } }\n";
        Variants open = folder.variants(config + "grid { data = [a, b] }");
        assertThatThrownBy(() -> open.get(0))
                .hasMessageStartingWith(dir.resolve("s.conf") + ":2: \"opt.type\" has no value yet")
                .hasMessageNotContaining("\"data\"");
        Variants given = folder.variants(config + "grid { data = [a, b], opt.type = [sgd] }");
        assertThat(given.get(1).config()).containsEntry("data", "b");
    }

    @Test
    void whoseSubstitutionsFailNameThePlace() {
        Variants variants = folder.variants("config { opt { a = 1 }\nb = ${opt.a} }\ngrid { opt = [{ c = 1 }] }");
        assertThatThrownBy(() -> variants.get(0))
                .hasMessageStartingWith(dir.resolve("s.conf") + ":3: ${opt.a} is not defined");
    }
}
