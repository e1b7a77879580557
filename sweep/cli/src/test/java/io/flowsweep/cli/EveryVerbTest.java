package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What holds for each verb there is. */
class EveryVerbTest {

    private static Stream<CommandLine> verbs(CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? Stream.of(command)
                : command.getSubcommands().values().stream().flatMap(EveryVerbTest::verbs);
    }

    @Test
    void speaksToProgramsToo() {
        assertThat(verbs(Main.commandLine()).map(verb -> verb.getCommandSpec()))
                .hasSizeGreaterThan(25)
                .allSatisfy(spec -> assertThat(spec.findOption("--json"))
                        .as(spec.qualifiedName())
                        .isNotNull());
    }

    @Test
    void theClassPathIsAListForPrograms() {
        assertThat((List<?>)
                        Json.parseObject(Cli.run("classpath", "--json").out()).get("classpath"))
                .isEqualTo(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    }

    @Test
    void theCompletionIsAScriptInJson() {
        assertThat(Json.parseObject(Cli.run("completion", "zsh", "--json").out()))
                .containsEntry("shell", "zsh")
                .extractingByKey("script")
                .asString()
                .isEqualTo(Cli.run("completion", "zsh").out());
    }

    @Test
    void whatIsBegunIsToldToPrograms(@TempDir Path folder) {
        Cli cli = Cli.run("init", folder.resolve("new").toString(), "--json");

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(Json.parseObject(cli.out()).get("files"))
                .isEqualTo(List.of(
                        folder.resolve("new/Darts.java").toString(),
                        folder.resolve("new/darts.conf").toString()));
    }
}
