package io.flowsweep.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.FlowSpec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a flow may come from. */
@Timeout(900)
class RunnerSourcesTest {

    private static final String MAIN = """
            package lab;
            import io.flowsweep.flow.*;
            public class Twice extends FlowSpec {
                int result;
                @Step(next = "end") void start() { result = Helper.twice(21); }
                @Step void end() {}
            }
            """;
    private static final String HELPER = "package lab; class Helper { static int twice(int x) { return 2 * x; } }";

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve("lab").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Run run(Runner runner, String executor) {
        Run run = runner.store(folder.resolve("store")).executor(executor).run().run();
        assertThat(run.failure()).isEmpty();
        assertThat(run.data().get("result", int.class)).isEqualTo(42);
        return run;
    }

    @Nested
    class AFolder {

        @ParameterizedTest
        @ValueSource(strings = {"inline", "process"})
        void isCompiledAsAWhole(String executor) throws IOException {
            write("Twice.java", MAIN);
            write("deep/Helper.java", HELPER);

            Run run = run(Runner.of(folder.resolve("lab")), executor);

            assertThat(run.plan().sourceDirectory())
                    .contains(folder.resolve("lab").toString());
        }

        @Test
        void thatHoldsSeveralFlowsNeedsTheNameOfOne() throws IOException {
            write("Twice.java", MAIN);
            write("Helper.java", HELPER);
            write("Other.java", MAIN.replace("Twice", "Other"));

            assertThatThrownBy(() -> run(Runner.of(folder.resolve("lab")), "inline"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("2 concrete flows in this folder")
                    .hasMessageContaining("lab!Twice");
            run(Runner.of(folder.resolve("lab!Twice")), "inline");
            assertThatThrownBy(() -> run(Runner.of(folder.resolve("lab!Twise")), "inline"))
                    .hasMessageContaining("Did you mean \"Twice\"?");
        }

        @Test
        void thatDoesNotCompileNamesTheFileAndLine() throws IOException {
            write("Twice.java", MAIN);
            write("Helper.java", HELPER.replace("2 * x", "\n2 * y"));

            assertThatThrownBy(() -> run(Runner.of(folder.resolve("lab")), "inline"))
                    .hasMessageContaining("Helper.java:2")
                    .hasMessageContaining("cannot find symbol");
        }

        @Test
        void withoutSourcesIsRefused() throws IOException {
            Files.createDirectory(folder.resolve("empty"));

            assertThatThrownBy(() -> run(Runner.of(folder.resolve("empty")), "inline"))
                    .hasMessageContaining("no .java file in this folder");
        }
    }

    @Nested
    class ClassesOnDisk {

        private Path classes() throws IOException {
            Path classes = Files.createDirectory(folder.resolve("classes"));
            List<String> words = List.of(
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    write("Twice.java", MAIN).toString(),
                    write("Helper.java", HELPER).toString());
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new)))
                    .isZero();
            return classes;
        }

        @ParameterizedTest
        @ValueSource(strings = {"inline", "process"})
        void areTakenFromAJar(String executor) throws IOException {
            Path classes = classes();
            Path jar = folder.resolve("flows.jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    Stream<Path> files = Files.list(classes.resolve("lab"))) {
                for (Path file : files.toList()) {
                    out.putNextEntry(new JarEntry("lab/" + file.getFileName()));
                    out.write(Files.readAllBytes(file));
                }
            }

            run(Runner.of(Path.of(jar + "!lab.Twice")), executor);

            assertThatThrownBy(() -> run(Runner.of(jar), executor)).hasMessageContaining(jar + "!CLASS");
            assertThatThrownBy(() -> run(Runner.of(Path.of(jar + "!lab.Thrice")), executor))
                    .hasMessageContaining("there is no class lab.Thrice");
        }

        @Test
        void inMemoryWhoseLoaderKeepsTheirBytesToItselfAreRefused() throws Exception {
            Path classes = classes();
            ClassLoader silent = new ClassLoader(getClass().getClassLoader()) {
                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    try {
                        byte[] content = Files.readAllBytes(classes.resolve(name.replace('.', '/') + ".class"));
                        return defineClass(name, content, 0, content.length);
                    } catch (IOException e) {
                        throw new ClassNotFoundException(name, e);
                    }
                }
            };
            Class<? extends FlowSpec> flow = silent.loadClass("lab.Twice").asSubclass(FlowSpec.class);

            assertThatThrownBy(() -> run(Runner.of(flow), "inline"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("does not give its bytes")
                    .hasMessageContaining("Runner.ofSource");
        }

        @Test
        void areTakenFromAFolder() throws IOException {
            run(Runner.of(Path.of(classes() + "!lab.Twice")), "process");
        }

        @Test
        void thatDoNotExistAreRefused() {
            assertThatThrownBy(() -> run(Runner.of(folder.resolve("none.jar!lab.Twice")), "inline"))
                    .hasMessageContaining("there is no such jar or folder");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inline", "process"})
    void aTextIsASource(String executor) {
        run(Runner.ofSource(MAIN + HELPER.replace("package lab;", "")), executor);
    }

    @Test
    void aTextThatDoesNotCompileIsCalledByItsFlow() {
        assertThatThrownBy(() -> run(Runner.ofSource(MAIN), "inline"))
                .hasMessageContaining("Twice.java:5")
                .hasMessageContaining("Helper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inline", "process"})
    void aFlowThatWasDefinedInJShellRunsInEveryExecutor(String executor) {
        try (JShell shell = JShell.builder().build()) {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                shell.addToClasspath(entry);
            }
            String state =
                    evaluate(shell, """
                    import io.flowsweep.flow.*;
                    import io.flowsweep.runner.Runner;
                    record Score(int value) {}
                    enum Mode { FAST, SLOW }
                    int twice(int x) { return 2 * x; }
                    class Talk extends FlowSpec {
                        @Parameter int seed = 20;
                        Score score;
                        Mode mode;
                        java.util.function.IntUnaryOperator plus() { return x -> x + 1; }
                        @Step(next = "end") void start() {
                            score = new Score(twice(plus().applyAsInt(seed)));
                            mode = Mode.SLOW;
                        }
                        @Step void end() {}
                    }
                    var run = Runner.of(Talk.class).store(java.nio.file.Path.of("STORE")).executor("EXECUTOR").run().run();
                    run.failure().orElse("") + run.data().values()
                    """.replace("STORE", folder.toString()).replace("EXECUTOR", executor));

            assertThat(state).isEqualTo("\"{score={value=42}, mode=SLOW}\"");
        }
    }

    /** The value of the last snippet. */
    private static String evaluate(JShell shell, String text) {
        String value = "";
        for (String rest = text; !rest.isBlank(); ) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(next.source())) {
                assertThat(event.exception()).as(next.source()).isNull();
                assertThat(event.status()).as(next.source()).isNotEqualTo(Snippet.Status.REJECTED);
                value = event.value() == null ? value : event.value();
            }
            rest = next.remaining();
        }
        return value;
    }
}
