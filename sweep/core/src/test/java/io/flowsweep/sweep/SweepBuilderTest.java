package io.flowsweep.sweep;

import static io.flowsweep.sweep.space.AxisBuilder.axis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.sampling.Distribution.LogNormal;
import io.flowsweep.sweep.sampling.Distribution.LogUniform;
import io.flowsweep.sweep.sampling.Distribution.Normal;
import io.flowsweep.sweep.sampling.Distribution.RandInt;
import io.flowsweep.sweep.sampling.Distribution.Uniform;
import io.flowsweep.sweep.sampling.Method;
import io.flowsweep.sweep.space.Rows;
import io.flowsweep.sweep.space.Shard;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.space.domain.Values;
import io.flowsweep.sweep.variant.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A sweep made in code is the sweep of the file that says the same. */
class SweepBuilderTest {

    private static final String BASE = """
            flow = MatMul.java
            config { lr = 0.1, depth = 2, optimizer = sgd, momentum = 0, batch = 32, note = "" }
            params { seconds = 5 }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFlow() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/HEAD"), "");
        Files.writeString(folder.resolve("MatMul.java"), "class MatMul {}");
    }

    static Stream<Arguments> spaces() {
        return Stream.of(
                arguments("", Space.product()),
                arguments(
                        "grid { lr = [1, 0.5], params.seconds = [1, 2] }",
                        Space.product(
                                axis("lr").values(1, 0.5),
                                axis("params.seconds").values(1, 2))),
                arguments(
                        "grid { note = [\"a b\", null, \"\", \"1.10\"], environment.N = [4] }",
                        Space.product(
                                axis("note").values("a b", null, "", "1.10"),
                                axis("environment.N").values(4))),
                arguments(
                        "grid { depth { from = 1, to = 3 }, lr { from = 0.1, to = 0.3, step = 0.1 } }",
                        Space.product(axis("depth").range(1, 3), axis("lr").range(0.1, 0.3, 0.1))),
                arguments(
                        "grid { momentum { linspace = [0, 1, 5] }, lr { geomspace = [1e-4, 1e-1, 4] } }",
                        Space.product(
                                axis("momentum").linspace(0, 1, 5), axis("lr").geomspace(1e-4, 1e-1, 4))),
                arguments(
                        "space { zip { depth = [1, 2], batch = [8, 9] } }",
                        Space.zip(axis("depth").values(1, 2), axis("batch").values(8, 9))),
                arguments(
                        "space { zip = [ { grid { depth = [1, 2], lr = [1, 2] } }, { grid { batch { from = 1, to = 4 } } } ] }",
                        Space.zip(
                                Space.product(
                                        axis("depth").values(1, 2), axis("lr").values(1, 2)),
                                axis("batch").range(1, 4))),
                arguments(
                        "space { union = [ { grid { lr = [1, 2] } }, { grid { depth = [3, 4] } } ] }",
                        Space.union(axis("lr").values(1, 2), axis("depth").values(3, 4))),
                arguments(
                        "space { ablation { lr = [0.01, 1], depth = [4] } }",
                        Space.ablation(
                                Map.of("config.lr", 0.1, "config.depth", 2L),
                                axis("lr").values(0.01, 1),
                                axis("depth").values(4))),
                arguments(
                        "space { rows = [ { lr = 1, depth = 3 }, { lr = 2 } ] }",
                        Rows.of(List.of(row("config.lr", 1L, "config.depth", 3L), Map.of("config.lr", 2L)), p -> "")),
                arguments(
                        "space { grid { optimizer = [adam, sgd], batch = [1, 2] }, when { if = \"optimizer == 'sgd'\","
                                + " then { grid { momentum = [0.5, 0.9] } } } }",
                        Space.product(
                                axis("optimizer").values("adam", "sgd"),
                                axis("batch").values(1, 2),
                                Space.when(
                                        "optimizer == 'sgd'", axis("momentum").values(0.5, 0.9)))),
                arguments(
                        "space { grid { lr = [1, 2, 3], depth = [1, 2] }, where = \"lr * depth <= 3\" }",
                        Space.product(axis("lr").values(1, 2, 3), axis("depth").values(1, 2))
                                .where("lr * depth <= 3")),
                arguments(
                        "sample { method = sobol, n = 16, seed = 7, axes { lr { loguniform = [1e-4, 1] },"
                                + " depth { randint = [1, 9] }, optimizer = [adam, sgd] } }",
                        Space.sample(
                                Method.SOBOL,
                                16,
                                7,
                                axis("lr").drawn(new LogUniform(1e-4, 1)),
                                axis("depth").drawn(new RandInt(1, 9)),
                                axis("optimizer").drawn(Values.of("adam", "sgd")))),
                arguments(
                        "sample { method = lhs, n = 5, seed = 1, axes { lr { uniform = [0, 1] },"
                                + " momentum { normal = [0, 1] }, batch { lognormal = [1, 0.5] } } }",
                        Space.sample(
                                Method.LHS,
                                5,
                                1,
                                axis("lr").drawn(new Uniform(0, 1)),
                                axis("momentum").drawn(new Normal(0, 1)),
                                axis("batch").drawn(new LogNormal(1, 0.5)))),
                arguments(
                        "grid { depth = [2, 4] }\nderive { batch = \"128 / depth\" }",
                        axis("depth").values(2, 4).derive("config.batch", "128 / depth")),
                arguments(
                        "grid { depth { from = 1, to = 1000 } }\nshuffle = 7\nskip = 3\nlimit = 5",
                        axis("depth").range(1, 1000).shuffle(7).skip(3).limit(5)),
                arguments(
                        "grid { depth { from = 1, to = 1000 } }\nskip = 3\nlimit = 5",
                        axis("depth").range(1, 1000).limit(8).skip(3)));
    }

    private static Map<String, Object> row(String first, Object one, String second, Object two) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(first, one);
        row.put(second, two);
        return row;
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void makesTheVariantsOfTheFileThatSaysTheSame(String file, Space space) throws IOException {
        Sweep written = Sweep.load(Files.writeString(folder.resolve("s.conf"), BASE + file));
        SweepBuilder builder = builder().space(space);
        Sweep built = builder.build();

        assertThat(facts(built)).isEqualTo(facts(written));
        assertThat(facts(Sweep.load(Files.writeString(folder.resolve("t.conf"), builder.text()))))
                .as("its text is the file")
                .isEqualTo(facts(written));
    }

    private static List<List<Object>> facts(Sweep sweep) {
        return sweep.plan().map(SweepBuilderTest::facts).toList();
    }

    private static List<Object> facts(Variant variant) {
        return List.of(
                variant.index(), variant.name(), variant.point().toString(), variant.values(), variant.fingerprint());
    }

    private SweepBuilder builder() {
        return Sweep.of(folder.resolve("MatMul.java"))
                .config(Map.of("lr", 0.1, "depth", 2, "optimizer", "sgd", "momentum", 0, "batch", 32, "note", ""))
                .params(Map.of("seconds", 5));
    }

    @Test
    void takesOverridesWhereANewSweepOfAFileWould() {
        Sweep sweep =
                builder().grid(axis("depth").values(1, 2)).where("depth < 3").build();
        assertThat(sweep.override("depth=2,3,4", "lr=1").override("--limit=1").plan())
                .extracting(
                        variant -> variant.config().get("depth"),
                        variant -> variant.config().get("lr"))
                .containsExactly(tuple(2L, 1L));
        assertThat(sweep.name()).isEqualTo("MatMul");
    }

    @Test
    void takesItsConfigFromAFile() throws IOException {
        Path config = Files.writeString(folder.resolve("base.yaml"), "lr: 0.1\n");
        Sweep sweep = Sweep.of(folder.resolve("MatMul.java"))
                .config(config)
                .grid(axis("lr").values(1, 2))
                .build();
        assertThat(sweep.plan().map(Variant::name)).containsExactly("lr=1", "lr=2");
    }

    @Test
    void isCheckedLikeAFile() {
        assertThatThrownBy(() -> builder().grid(axis("lrr").values(1)).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("MatMul.built.conf:")
                .hasMessageContaining("Did you mean")
                .hasMessageContaining("lr");
        assertThatThrownBy(() -> builder().set("repeat", 5).build()).hasMessageContaining("repeats");
    }

    @Test
    void refusesWhatAFileCannotSay() {
        Space part =
                Space.product(axis("lr").range(1, 9).limit(2), axis("depth").values(1, 2));
        assertThatThrownBy(() -> builder().space(part))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot say \"limit\" of a part");
        assertThatThrownBy(() -> builder().space(axis("lr").range(1, 9).shard(new Shard(1, 2))))
                .hasMessageContaining("\"shard\"");
    }
}
