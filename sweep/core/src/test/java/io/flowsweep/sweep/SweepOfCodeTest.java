package io.flowsweep.sweep;

import static io.flowsweep.sweep.space.AxisBuilder.axis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.variant.Variant;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.IntStream;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps of flows that are in no file, and of compiled ones. */
@Timeout(600)
class SweepOfCodeTest {

    private static final String SOURCE = """
            import io.flowsweep.flow.*;
            public class Fit extends FlowSpec {
                record Model(double lr, int depth) {}
                @FlowConfig Model model;
                Double loss;
                @Step(next = "end") void start() { loss = model.lr() * model.depth(); }
                @Step void end() {}
            }
            """;

    /** A class of this program. */
    public static class Fit extends FlowSpec {
        record Model(double lr, int depth) {}

        @FlowConfig
        Model model;

        Double loss;

        @Step(next = "end")
        void start() {
            loss = model.lr() * model.depth();
        }

        @Step
        void end() {}
    }

    @TempDir
    private Path folder;

    private SweepOptions options() {
        return SweepOptions.defaults().store(folder.resolve("store")).results(folder.resolve("out"));
    }

    private static SweepBuilder fitted(SweepBuilder builder) {
        return builder.config(Map.of("lr", 0.5, "depth", 1))
                .grid(axis("depth").values(1, 2), axis("lr").values(0.5, 1))
                .metrics("loss")
                .resources(Map.of("cpu", 1));
    }

    private List<Object> losses() {
        RecordedSweep recorded = RecordedSweep.latest(Optional.of(folder.resolve("store")));
        Table results = recorded.results();
        return IntStream.range(0, results.rowCount())
                .mapToObj(row -> results.get(row, "loss"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inline", "process"})
    void aClassOfThisProgramIsRun(String executor) {
        SweepBuilder builder = fitted(Sweep.of(Fit.class));
        assertThat(builder.plan().map(Variant::name)).first().isEqualTo("depth=1,lr=0.5");
        assertThat(builder.build().name()).isEqualTo("Fit");

        assertThat(builder.run(options().executor(executor)).await().succeeded())
                .isEqualTo(4);
        assertThat(losses()).containsExactly(0.5, 1.0, 1.0, 2.0);
        assertThat(builder.run(options().executor(executor)).await().reused()).isEqualTo(4);
    }

    @Test
    void aTextIsRun() {
        SweepBuilder builder = fitted(Sweep.ofSource(SOURCE));
        assertThat(builder.build().name()).isEqualTo("Fit");
        assertThat(builder.build()
                        .override("lr=2")
                        .run(options().executor("inline"))
                        .await()
                        .succeeded())
                .isEqualTo(2);
        assertThat(losses()).containsExactly(2.0, 4.0);
    }

    @Test
    void goesOnWithoutTheProgramThatBeganIt() {
        fitted(Sweep.of(Fit.class))
                .run(options().executor("inline").smoke(true))
                .await();
        Sweep frozen =
                RecordedSweep.latest(Optional.of(folder.resolve("store"))).sweep();
        assertThat(frozen.run(options().executor("process")).await().succeeded())
                .isEqualTo(4);
        assertThat(losses()).containsExactly(0.5, 1.0, 1.0, 2.0);

        fitted(Sweep.ofSource(SOURCE))
                .name("text")
                .run(options().executor("inline").smoke(true))
                .await();
        frozen = RecordedSweep.latest(Optional.of(folder.resolve("store"))).sweep();
        assertThat(frozen.run(options().executor("inline")).await().succeeded()).isEqualTo(4);
    }

    @Test
    void aFlowOfASessionIsRunAndGoesOnAfterIt() {
        try (JShell shell = JShell.builder().build()) {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                shell.addToClasspath(entry);
            }
            String state = evaluate(
                    shell,
                    """
                    import io.flowsweep.sweep.*;
                    import static io.flowsweep.sweep.space.AxisBuilder.axis;
                    double twice(double x) { return 2 * x; }
                    """ + SOURCE.replace("= model.lr()", "= twice(model.lr())")
                            + """
                    var run = Sweep.of(Fit.class).config(java.util.Map.of("lr", 0.5, "depth", 1)).metrics("loss")
                            .grid(axis("depth").values(1, 2, 3))
                            .run(SweepOptions.defaults().smoke(true).executor("inline")
                                    .store(java.nio.file.Path.of("FOLDER/store")).results(java.nio.file.Path.of("FOLDER/out")));
                    run.await().succeeded()
                    """.replace("FOLDER", folder.toString()));
            assertThat(state).isEqualTo("2");
        }
        Sweep frozen =
                RecordedSweep.latest(Optional.of(folder.resolve("store"))).sweep();
        assertThat(frozen.run(options().executor("process")).await().succeeded())
                .isEqualTo(3);
        assertThat(losses()).containsExactly(1.0, 2.0, 3.0);
    }

    /** The value of the last snippet. */
    private static String evaluate(JShell shell, String text) {
        String value = "";
        for (String rest = text; !rest.isBlank(); ) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(next.source())) {
                assertThat(event.exception()).as(next.source()).isNull();
                value = event.value() == null ? value : event.value();
            }
            rest = next.remaining();
        }
        return value;
    }

    @Test
    void aJarAndAFolderAreRun() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Path sources = Files.createDirectories(folder.resolve("src"));
        Path source = Files.writeString(sources.resolve("Fit.java"), SOURCE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        assertThat(javac.run(
                        System.out,
                        System.err,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-d",
                        classes.toString(),
                        source.toString()))
                .isZero();
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        assertThat(jar.run(
                        System.out,
                        System.err,
                        "cf",
                        folder.resolve("fit.jar").toString(),
                        "-C",
                        classes.toString(),
                        "."))
                .isZero();
        for (String flow : List.of("fit.jar!Fit", "classes!Fit", "src", "src!Fit")) {
            Path file = Files.writeString(folder.resolve("s.conf"), """
                    flow = "%s"
                    config { lr = 0.5, depth = 1 }
                    grid { depth = [1, 2] }
                    metrics { loss = loss }
                    """.formatted(flow));
            Sweep sweep = Sweep.load(file);
            assertThat(sweep.run(options().executor("inline").fresh(true).smoke(true))
                            .await()
                            .succeeded())
                    .as(flow)
                    .isEqualTo(2);
            Sweep frozen =
                    RecordedSweep.latest(Optional.of(folder.resolve("store"))).sweep();
            assertThat(frozen.run(options().executor("inline")).await().succeeded())
                    .as(flow)
                    .isEqualTo(2);
        }
        Files.writeString(folder.resolve("s.conf"), "flow = \"fit.jr!Fit\"");
        assertThatThrownBy(() -> Sweep.load(folder.resolve("s.conf")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("fit.jr does not exist");
    }

    @Test
    void groupsAndBindingsAreSaidInCode() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Path flow = Files.writeString(folder.resolve("Fit.java"), SOURCE);
        Path net = Files.createDirectories(folder.resolve("net"));
        Files.writeString(net.resolve("small.conf"), "layers = 1\nsize = ${depth}");
        Files.writeString(net.resolve("odd,{name}.yaml"), "layers: 9\n");
        Map<String, Map<String, Object>> bindings = new LinkedHashMap<>();
        bindings.put("SMALL", Map.of("depth", 3));
        bindings.put("LARGE", Map.of("opt.beta", 0.9, "params.seconds", 60, "environment.N", "4"));
        SweepBuilder builder = Sweep.of(flow)
                .config(Map.of("lr", 0.5, "depth", 1, "opt", Map.of("name", "sgd", "beta", 0.1)))
                .bind(Map.of("opt.name", "${variant.name}"))
                .space(Space.product(
                        axis("net").group(net),
                        Space.bindings(bindings),
                        axis("params.epochs").values(7)));
        List<Variant> variants = builder.plan().toList();
        assertThat(variants)
                .extracting(Variant::name)
                .containsExactly(
                        "net=odd-name-,binding=SMALL,epochs=7",
                        "net=odd-name-,binding=LARGE,epochs=7",
                        "net=small,binding=SMALL,epochs=7",
                        "net=small,binding=LARGE,epochs=7");
        assertThat(variants.get(2).config()).containsEntry("net", Map.of("layers", 1L, "size", 3L));
        assertThat(variants.get(3).config())
                .containsEntry("opt", Map.of("name", "net=small,binding=LARGE,epochs=7", "beta", 0.9));
        assertThat(variants.get(3).params()).isEqualTo(Map.of("seconds", 60L, "epochs", 7L));
        assertThat(variants.get(3).environment()).isEqualTo(Map.of("N", "4"));
    }
}
