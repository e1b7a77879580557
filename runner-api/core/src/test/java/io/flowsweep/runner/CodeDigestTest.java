package io.flowsweep.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.flow.FlowSpec;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a program's code is a flow's, so that a change of it makes results stale. */
class CodeDigestTest {

    private static final Map<String, String> SOURCES = Map.of(
            "Main.java", """
                    class Main extends io.flowsweep.flow.FlowSpec {
                        int result;
                        @io.flowsweep.flow.Step(next = "end") void start() { result = Helper.twice(21); }
                        @io.flowsweep.flow.Step void end() {}
                    }""",
            "Helper.java", "class Helper { static int twice(int x) { return new Deeper().factor * x; } }",
            "Deeper.java", "class Deeper { int factor = 2; }",
            "Unrelated.java", "class Unrelated { int x = 1; }");

    @TempDir
    Path folder;

    @Test
    void coversTheClassesThatAFlowUsesAndNoOthers() throws Exception {
        String before = digest("before", "", "");

        assertThat(digest("same", "", "")).isEqualTo(before);
        assertThat(digest("unrelated", "x = 1", "x = 2")).isEqualTo(before);
        assertThat(digest("deeper", "factor = 2", "factor = 3")).isNotEqualTo(before);
        assertThat(digest("helper", "* x", "+ x")).isNotEqualTo(before);
    }

    private String digest(String name, String old, String changed) throws IOException, ClassNotFoundException {
        Path classes = Files.createDirectories(folder.resolve(name));
        for (Map.Entry<String, String> source : SOURCES.entrySet()) {
            Files.writeString(
                    classes.resolve(source.getKey()),
                    old.isEmpty() ? source.getValue() : source.getValue().replace(old, changed));
        }
        String[] files = SOURCES.keySet().stream()
                .map(f -> classes.resolve(f).toString())
                .toArray(String[]::new);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, files))
                .isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, FlowSpec.class.getClassLoader())) {
            return CodeDigest.of(loader.loadClass("Main").asSubclass(FlowSpec.class));
        }
    }
}
