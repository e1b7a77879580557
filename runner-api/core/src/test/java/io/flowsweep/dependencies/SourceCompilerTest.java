package io.flowsweep.dependencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flowsweep.codec.Sha256;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCompilerTest {

    private static final String FLOW = """
            import io.flowsweep.flow.FlowSpec;
            import io.flowsweep.flow.Step;

            class Hello extends FlowSpec {
                record Point(int x, int y) {}
                @Step(next = "end") void start() {}
                @Step void end() {}
            }
            """;

    @TempDir
    Path folder;

    Store store;
    SourceCompiler compiler;

    @BeforeEach
    void open() {
        store = FileStore.open(folder.resolve("store"));
        compiler = new SourceCompiler(store, List.of(flowClasses()));
    }

    @Nested
    class Compiling {

        @Test
        void givesAJarWithTheFlowAndItsHelpers() throws Exception {
            CompiledFlow flow = compiler.compile(write("Hello.java", FLOW));
            assertThat(flow.mainClass()).isEqualTo("Hello");
            assertThat(flow.digest()).isEqualTo(Sha256.of(FLOW.getBytes(StandardCharsets.UTF_8)));
            try (URLClassLoader loader = loader(flow)) {
                Class<?> type = loader.loadClass(flow.mainClass());
                assertThat(FlowSpec.class).isAssignableFrom(type);
                assertThat(loader.loadClass("Hello$Point").isRecord()).isTrue();
            }
        }

        @Test
        void acceptsAPackageAndAPublicClassOfAnotherNameThanTheFile() throws Exception {
            String text = "package a.b;\npublic class Other extends io.flowsweep.flow.FlowSpec {}\n";
            CompiledFlow flow = compiler.compile(write("flow-1.java", text));
            assertThat(flow.mainClass()).isEqualTo("a.b.Other");
            try (URLClassLoader loader = loader(flow)) {
                assertThat(loader.loadClass("a.b.Other")).isNotNull();
            }
        }

        @Test
        void acceptsAbstractFlowsHelpersAndAFlowNestedInAClass() {
            String text = """
                    import io.flowsweep.flow.FlowSpec;
                    abstract class Base extends FlowSpec {}
                    record Row(int n) {}
                    class Outer {
                        static class Nested extends Base {}
                    }
                    """;
            assertThat(compiler.compile(write("Outer.java", text)).mainClass()).isEqualTo("Outer$Nested");
        }

        @Test
        void keepsParameterNamesAndLines() throws Exception {
            String text = FLOW.replace(
                    "void end() {}", "void end() {}\n    static int twice(int number) { return 2 * number; }");
            try (URLClassLoader loader = loader(compiler.compile(write("Hello.java", text)))) {
                assertThat(loader.loadClass("Hello")
                                .getDeclaredMethod("twice", int.class)
                                .getParameters()[0]
                                .getName())
                        .isEqualTo("number");
            }
        }

        @Test
        void writesNothingBesideTheSource() throws IOException {
            Path source = write("flows/Hello.java", FLOW);
            compiler.compile(source);
            try (var files = Files.list(source.getParent())) {
                assertThat(files).containsExactly(source);
            }
        }
    }

    @Nested
    class Remembering {

        @Test
        void theSameSourceGivesTheSameBytesInAnyStore() {
            CompiledFlow first = compiler.compile(write("a/Hello.java", FLOW));
            SourceCompiler other = new SourceCompiler(FileStore.open(folder.resolve("other")), List.of(flowClasses()));
            assertThat(other.compile(write("b/Hello.java", FLOW))).isEqualTo(first);
        }

        @Test
        void aKnownSourceNeedsNoCompiler() {
            CompiledFlow first = compiler.compile(write("Hello.java", FLOW));
            assertThat(withoutCompiler(flowClasses()).compile(write("Hello.java", FLOW)))
                    .isEqualTo(first);
        }

        @Test
        void aChangedSourceIsCompiledAgain() {
            CompiledFlow first = compiler.compile(write("Hello.java", FLOW));
            CompiledFlow second = compiler.compile(write("Hello.java", FLOW.replace("Point", "Place")));
            assertThat(second.jarBlob()).isNotEqualTo(first.jarBlob());
            assertThat(second.digest()).isNotEqualTo(first.digest());
        }

        @Test
        void aChangedClassPathMeansCompilingAgain() throws IOException {
            Path library = Files.createDirectories(folder.resolve("library"));
            Files.write(library.resolve("A.class"), new byte[] {1});
            Path source = write("Hello.java", FLOW);
            new SourceCompiler(store, List.of(flowClasses(), library)).compile(source);
            withoutCompiler(flowClasses(), library).compile(source);
            Files.setLastModifiedTime(library.resolve("A.class"), FileTime.fromMillis(5000));
            assertThat(problems(withoutCompiler(flowClasses(), library), source))
                    .hasSize(1);
        }

        @Test
        void aDamagedOrMissingJarIsCompiledAgain() throws IOException {
            Path source = write("Hello.java", FLOW);
            CompiledFlow flow = compiler.compile(source);
            Path jar = store.localBlob(flow.jarBlob()).orElseThrow();
            byte[] whole = Files.readAllBytes(jar);
            Files.write(jar, new byte[whole.length]);
            assertThat(compiler.compile(source)).isEqualTo(flow);
            assertThat(jar).hasBinaryContent(whole);
            Files.delete(jar);
            assertThat(compiler.compile(source)).isEqualTo(flow);
            assertThat(jar).hasBinaryContent(whole);
        }

        @Test
        void aDamagedMarkIsReplaced() {
            Path source = write("Hello.java", FLOW);
            CompiledFlow flow = compiler.compile(source);
            String mark = "compiled/" + store.list("compiled").get(0);
            for (String damage :
                    List.of("", "{", "[]", "{\"main\":1,\"jar\":\"x\"}", "{\"main\":\"A\",\"jar\":\"x\"}")) {
                store.delete(mark);
                store.createExclusive(mark, damage.getBytes(StandardCharsets.UTF_8));
                assertThat(compiler.compile(source)).isEqualTo(flow);
                assertThat(withoutCompiler(flowClasses()).compile(source)).isEqualTo(flow);
            }
        }
    }

    @Nested
    class Refusing {

        @Test
        void everyCompileErrorHasItsLineAndACaret() {
            Path source = write(
                    "Bad.java", FLOW.replace("void start() {}", "void start() {\n\tint x = nope;\n\tint y = 1\n}"));
            List<Problem> syntax = problems(compiler, source);
            assertThat(syntax).hasSize(1);
            assertThat(syntax.get(0).where()).isEqualTo(source + ":8");
            assertThat(syntax.get(0).what()).isEqualTo("';' expected\n\tint y = 1\n\t         ^");

            source = write("Bad.java", FLOW.replace("void start() {}", "void start() { int x = nope; }\nMissing m;"));
            assertThat(problems(compiler, source))
                    .extracting(Problem::where)
                    .containsExactly(source + ":7", source + ":6");
            assertThat(problems(compiler, source).get(1).what())
                    .startsWith("cannot find symbol")
                    .contains("variable nope")
                    .endsWith("void start() { int x = nope; }\n"
                            + " ".repeat("    @Step(next = \"end\") void start() { int x = ".length()) + "^");
        }

        @Test
        void aFileBelowTheWorkingDirectoryIsNamedRelativeToIt() {
            assertThat(problems(compiler, Path.of("src/Nothing.java")).get(0).where())
                    .isEqualTo(Path.of("src", "Nothing.java").toString());
        }

        @Test
        void twoFlowsAreEachNamedWithTheirLine() {
            String text =
                    "import io.flowsweep.flow.FlowSpec;\n\nclass A extends FlowSpec {}\n@Deprecated\n// more\npublic class B"
                            + " extends FlowSpec {}\n";
            Path source = write("Two.java", text);
            List<Problem> problems = problems(compiler, source);
            assertThat(problems).extracting(Problem::where).containsExactly(source + ":3", source + ":6");
            assertThat(problems.get(1).what()).isEqualTo("B is one of 2 concrete flows in this file");
            assertThat(problems.get(1).cure()).contains("abstract");
            assertThat(store.list("compiled")).isEmpty();
        }

        @Test
        void noFlowIsExplainedByWhatIsThere() {
            Path plain = write("Plain.java", "class Plain {}\n");
            assertThat(problems(compiler, plain)).hasSize(1);
            assertThat(problems(compiler, plain).get(0).cure()).contains("extends FlowSpec");

            String head = "import io.flowsweep.flow.FlowSpec;\n";
            Path base = write("Base.java", head + "abstract class Base extends FlowSpec {}\n");
            assertThat(problems(compiler, base).get(0).toString()).contains(base + ":2", "abstract");

            Path inner = write("Outer.java", head + "class Outer {\n    class Inner extends FlowSpec {}\n}\n");
            assertThat(problems(compiler, inner).get(0).toString()).contains(inner + ":3", "static");
        }

        @Test
        void aMissingFileSuggestsItsNeighbours() {
            write("MatMul.java", FLOW);
            Path missing = folder.resolve("Matmull.java");
            Problem problem = problems(compiler, missing).get(0);
            assertThat(problem.where()).isEqualTo(missing.toString());
            assertThat(problem.cure()).isEqualTo("Did you mean \"MatMul.java\"?");
            assertThat(problems(compiler, folder.resolve("no/such/Flow.java"))).hasSize(1);
        }

        @Test
        void aFolderAnotherFileAndBrokenTextAreExplained() throws IOException {
            write("flows/MatMul.kt", FLOW);
            assertThat(problems(compiler, folder.resolve("flows")).get(0).toString())
                    .contains("no .java file in this folder");
            assertThat(problems(compiler, write("flow.py", "")).get(0).toString())
                    .contains(".java");
            Path broken = folder.resolve("Broken.java");
            Files.write(broken, new byte[] {(byte) 0xff, 'x'});
            assertThat(problems(compiler, broken).get(0).toString()).contains(broken.toString(), "UTF-8");
        }

        @Test
        void aJavaWithoutCompilerIsNamed() {
            Problem problem = problems(withoutCompiler(flowClasses()), write("Hello.java", FLOW))
                    .get(0);
            assertThat(problem.where()).isEqualTo(System.getProperty("java.home"));
            assertThat(problem.cure()).contains("JDK");
        }
    }

    private Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private SourceCompiler withoutCompiler(Path... classPath) {
        return new SourceCompiler(store, List.of(classPath), Optional.empty());
    }

    private URLClassLoader loader(CompiledFlow flow) throws IOException {
        URL jar = store.localBlob(flow.jarBlob()).orElseThrow().toUri().toURL();
        return new URLClassLoader(new URL[] {jar}, getClass().getClassLoader());
    }

    private static List<Problem> problems(SourceCompiler compiler, Path source) {
        return catchThrowableOfType(InvalidInputException.class, () -> compiler.compile(source))
                .problems();
    }

    private static Path flowClasses() {
        try {
            return Path.of(FlowSpec.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
