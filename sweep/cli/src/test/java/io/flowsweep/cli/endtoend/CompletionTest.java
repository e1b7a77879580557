package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script of {@code flowsweep completion}: a real bash is asked as its Tab key does, and in a real zsh the key is pressed. */
@Timeout(600)
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

    /** Types a line with tabs in an interactive zsh, in which the command writes down its words. */
    private static final String TYPE = """
            zmodload zsh/zpty
            zpty typed zsh -f -i
            zpty -w typed 'source ./flowsweep.zsh; flowsweep() { print -r -- "$*" >answer.part; mv answer.part answer }; : >ready'
            while [[ ! -e ready ]]; do zpty -r -t typed; zselect -t 2; done
            zpty -w typed "$1"
            for ((i = 0; i < 20000; i++)); do
              [[ -e answer ]] && break
              zpty -r -t typed
              zselect -t 2
            done
            zpty -d typed
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
    void completesInZshToo() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of("/usr/bin/zsh", "/bin/zsh").map(Path::of).anyMatch(Files::isExecutable),
                "zsh is not installed: apt-get install zsh");
        Files.writeString(
                folder.resolve("flowsweep.zsh"),
                CommandLineProcess.run(folder, "completion", "zsh").out());
        Files.writeString(folder.resolve("matmul.conf"), "");

        assertThat(typed("flowsweep compl\t bash")).isEqualTo("completion bash");
        assertThat(typed("flowsweep run --sm\t --store matm\t")).isEqualTo("run --smoke --store matmul.conf");
    }

    /** The words that the command gets of a line that is typed in zsh. */
    private String typed(String line) throws IOException, InterruptedException {
        for (String file : List.of("ready", "answer")) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Path script = Files.writeString(folder.resolve("type.zsh"), "zmodload zsh/zselect\n" + TYPE);
        Process zsh = new ProcessBuilder("zsh", "-f", script.toString(), line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("typed").toFile())
                .start();
        zsh.waitFor();
        Path answer = folder.resolve("answer");
        assertThat(answer).as(Files.readString(folder.resolve("typed"))).exists();
        return Files.readString(answer).strip().replaceAll(" +", " ");
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
