package io.flowsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the manual, typed into JShell. */
class JavaManualTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("```java\\n(.*?)```\\n\\n```text\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void printsWhatTheManualSays() throws IOException {
        MatchResult example = EXAMPLE.matcher(Files.readString(Path.of("../../docs/sweep-file.md")))
                .results()
                .findFirst()
                .orElseThrow();
        Path flow = folder.resolve("flows/MatMul.java");
        Files.createDirectories(flow.getParent());
        Files.writeString(flow, "class MatMul {}");

        String printed = typed(example.group(1).replace("\"flows/MatMul.java\"", "\"" + flow + "\""));

        assertThat(printed).isEqualTo(example.group(2));
    }

    private static String typed(String code) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            List.of(classes.split(File.pathSeparator)).forEach(shell::addToClasspath);
            String rest = code;
            while (!rest.isBlank()) {
                CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                for (SnippetEvent event : shell.eval(next.source())) {
                    assertThat(event.status())
                            .as("%s: %s", event.snippet().source(), event.exception())
                            .isEqualTo(Status.VALID);
                    assertThat(event.exception()).isNull();
                }
                rest = next.remaining();
            }
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
