package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a short command loads; loading is what a short command's time goes into. */
class StartUpTest {

    @Test
    void helpLoadsNeitherConfigsNorChartsNorTheEngine() throws IOException {
        List<String> loaded = loadedClasses("run", "--help");

        assertThat(loaded).contains("io.flowsweep.cli.drive.RunCommand");
        assertThat(loaded)
                .noneMatch(name -> name.startsWith("com.typesafe.")
                        || name.startsWith("org.jfree.")
                        || name.startsWith("java.awt.")
                        || name.startsWith("com.fasterxml.")
                        || name.startsWith("io.flowsweep.") && !name.startsWith("io.flowsweep.cli."));
    }

    @Test
    void helpOfAGroupLoadsNoVerbAndNotEvenPicocli() throws IOException {
        List<String> loaded = loadedClasses("flow", "--help");

        assertThat(loaded).contains("io.flowsweep.cli.GroupHelp").noneMatch(name -> name.startsWith("picocli."));
    }

    @Test
    void aVerbThatIsNotNamedIsNotBuilt() {
        CommandLine line = GroupCommand.commandLine(Verbs.FLOWSWEEP, Set.of("plan")::contains);

        assertThat(line.getSubcommands()).containsKeys("run", "plan", "results", "flow");
        assertThat(options(line, "plan")).contains("--json");
        assertThat(options(line, "run")).containsExactlyInAnyOrder("-h", "--help", "--stacktrace");
        assertThat(line.getSubcommands().get("flow").getSubcommands()).isEmpty();
    }

    private static Set<String> options(CommandLine line, String verb) {
        return line.getSubcommands().get(verb).getCommandSpec().optionsMap().keySet();
    }

    @Test
    void aFlowWithoutLibrariesNeedsNoResolver(@TempDir Path folder) throws IOException {
        Path flow = Path.of("../../examples/flows/Playlist.java").toAbsolutePath();

        List<String> loaded = loadedClasses(
                "flow",
                "run",
                flow.toString(),
                "--executor",
                "inline",
                "--store",
                folder.resolve("store").toString());

        assertThat(loaded).contains("io.flowsweep.runner.Runner");
        assertThat(loaded)
                .noneMatch(name -> name.startsWith("org.eclipse.aether.")
                        || name.startsWith("org.apache.maven.")
                        || name.startsWith("eu.maveniverse.")
                        || name.startsWith("io.flowsweep.maven."));
    }

    private static List<String> loadedClasses(String... args) throws IOException {
        List<String> command = JavaProcess.javaWithClassPath();
        command.addAll(List.of("-Xlog:class+load:stdout:none", Main.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.lines().map(line -> line.split(" ")[0]).toList();
    }
}
