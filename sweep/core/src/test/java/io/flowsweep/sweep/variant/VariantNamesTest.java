package io.flowsweep.sweep.variant;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.AxisNames;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.space.domain.Range;
import io.flowsweep.sweep.space.domain.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VariantNamesTest {

    private static List<String> names(Axis... axes) {
        VariantNames names = new VariantNames(List.of(axes));
        Space space = Space.product(List.of(axes));
        return LongStream.range(0, space.size().longValueExact())
                .mapToObj(i -> names.name(space.get(i)))
                .toList();
    }

    private static Axis axis(String name, Domain domain) {
        return new Axis("config." + name, name, domain, "");
    }

    @Test
    void areMadeOfAxisNamesAndValues() {
        assertThat(names(axis("cpu", Range.of(1, 2)), axis("lr", Values.of(0.001, "auto"))))
                .containsExactly("cpu=1,lr=0.001", "cpu=1,lr=auto", "cpu=2,lr=0.001", "cpu=2,lr=auto");
        assertThat(new VariantNames(List.of()).name(Map.of())).isEqualTo("base");
    }

    @Test
    void callFlowsByTheEndsOfTheirPathsThatTellThemApart() {
        Values flows = Values.of("../examples/flows/MatMul.java", "/a/Fit.java", "/b/Fit.java", "Fit.java", "python");
        assertThat(names(new Axis("flow", "flow", flows, "")))
                .containsExactly(
                        "flow=MatMul.java", "flow=a-Fit.java", "flow=b-Fit.java", "flow=Fit.java", "flow=python");
    }

    @Test
    void renderListsAndObjectsShort() {
        assertThat(names(axis("x", Values.of(List.of(64, 32), Map.of("type", "adam", "lr", 1), List.of()))))
                .containsExactly("x=64-32", "x=lr-1-type-adam", "x=empty");
    }

    @Test
    void arePathSafeUniqueAndShortWhateverTheValues() {
        List<Object> awkward = new ArrayList<>(List.of(
                "a/b",
                "a b",
                "a-b",
                "../..",
                "A",
                "a",
                "",
                "empty",
                "ü",
                "日本",
                "x=1,y=2",
                1,
                "1",
                true,
                "true",
                "null",
                List.of(1),
                "~",
                "con:",
                "a\nb",
                List.of(-1),
                "w".repeat(500),
                "w".repeat(501)));
        awkward.add(null);
        Domain domain = new Values(awkward);
        List<String> names = names(axis("a key/with ü", domain), axis("k", domain), axis("l", domain));
        Set<String> distinct = new HashSet<>();
        for (String name : names) {
            assertThat(name).matches("[A-Za-z0-9._+=,~-]{1,100}").doesNotStartWith(".");
            distinct.add(name.toLowerCase(Locale.ROOT));
        }
        assertThat(distinct).hasSameSizeAs(names);
    }

    @Test
    void stayTheSameForTheSameValue() {
        Axis one = axis("v", Values.of("a/b", "a b"));
        Axis other = axis("v", Values.of("a b", "c", "a/b"));
        assertThat(names(other)).contains(names(one).toArray(String[]::new));
    }

    @Test
    void ofAxesAreTheLastSegmentAndLongerOnlyWhereTheyClash() {
        assertThat(AxisNames.shortest(List.of("config.opt.lr", "config.dim", "params.seconds")))
                .containsExactly("lr", "dim", "seconds");
        assertThat(AxisNames.shortest(List.of("config.a.lr", "config.b.lr", "config.dim")))
                .containsExactly("a.lr", "b.lr", "dim");
        assertThat(AxisNames.shortest(List.of("config.lr", "config.opt.lr", "params.lr")))
                .containsExactly("config.lr", "opt.lr", "params.lr");
        assertThat(AxisNames.shortest(List.of("config.x.a.lr", "config.y.a.lr", "config.\"p.q\"")))
                .containsExactly("x.a.lr", "y.a.lr", "\"p.q\"");
    }
}
