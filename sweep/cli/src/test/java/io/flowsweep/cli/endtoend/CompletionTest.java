package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script of {@code flowsweep completion}, asked by a real bash as its Tab key does. */
@Timeout(450)
class CompletionTest {

    private static final String ASK = """
            source ./flowsweep.bash
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            COMP_LINE="$*"
            COMP_POINT=${#COMP_LINE}
            $(complete -p flowsweep | sed 's/.*-F \\([^ ]*\\).*/\\1/')
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheScript() throws IOException {
        Files.writeString(
                folder.resolve("flowsweep.bash"),
                CommandLineProcess.run(folder, "completion", "bash").out());
    }

    @Test
    void completesVerbsOptionsAndFiles() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("matmul.conf"), "");

        assertThat(completed("re")).containsExactlyInAnyOrder("resume", "retry", "results", "report", "reproduce");
        assertThat(completed("comp")).contains("completion");
        assertThat(completed("run", "--sm")).containsExactly("--smoke");
        assertThat(completed("flow", "tag", "a")).containsExactly("add");
        assertThat(completed("run", "--store", "matm")).containsExactly("matmul.conf");
    }

    @Test
    void anotherShellIsRefusedWithThoseThereAre() throws IOException {
        assertThat(CommandLineProcess.run(folder, "completion", "fish").err())
                .contains("there is no completion for \"fish\"")
                .contains("bash and for zsh")
                .doesNotContain("\tat ");
    }

    /** What bash offers in the place of the last word. */
    private List<String> completed(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("bash", "-c", ASK, "bash", "flowsweep"));
        line.addAll(List.of(words));
        Process bash = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String offered = new String(bash.getInputStream().readAllBytes());
        assertThat(bash.waitFor()).isZero();
        return offered.lines().toList();
    }
}
