package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A checkout in a temporary folder: the real launcher with a Maven and JDKs that are scripts, which record how they
 * are called. Its path holds a blank. Nothing of the machine is seen but the tools that the launcher needs.
 */
final class FakeCheckout {

    private static final List<String> TOOLS = List.of(
            "awk",
            "cat",
            "date",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "ps",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sh",
            "sleep",
            "tail",
            "touch",
            "tr",
            "uname");
    private static final Duration LIMIT = Duration.ofSeconds(400);

    final Path root;
    final Path home;
    final Path launcher;
    private final Map<String, String> environment = new TreeMap<>();
    private int starts;

    /** What one start has left: its exit code and its two streams. */
    record Outcome(int exit, String out, String err) {}

    FakeCheckout(Path folder) throws IOException {
        root = folder.toRealPath();
        home = Files.createDirectories(root.resolve("check out"));
        launcher = home.resolve("flowsweep");
        String script = Files.readString(realLauncher());
        String seen = script.replaceFirst("jvm_folders=\".*\"", "jvm_folders='" + root.resolve("jvm") + "/*'");
        assertThat(seen).as("the launcher without the machine's JDKs").isNotEqualTo(script);
        executable(launcher, seen);
        String build = "sweep/cli/src/main/launcher/build.sh";
        write(home.resolve(build), Files.readString(realLauncher().resolveSibling(build)));
        for (String file : List.of("pom.xml", "plots/pom.xml", "plots/src/main/java/Plot.java", "sweep/cli/pom.xml")) {
            write(home.resolve(file), "");
        }
        mavenDoes("");
        Path tools = Files.createDirectories(root.resolve("tools"));
        for (String tool : TOOLS) {
            executable(tools.resolve(tool), "#!/bin/sh\nexec " + onPath(tool) + " \"$@\"\n");
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", Files.createDirectories(root.resolve("user")).toString());
        environment.put("TERM", "dumb");
        age(home, Duration.ofHours(2));
    }

    private static Path realLauncher() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("flowsweep"))) {
            folder = folder.getParent();
        }
        return folder.resolve("flowsweep");
    }

    private static Path onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    /** Sets an environment variable of every later start. */
    FakeCheckout with(String name, Object value) {
        environment.put(name, value.toString());
        return this;
    }

    /** The java of this JDK is what {@code java} on the path means from now on. */
    FakeCheckout onPath(Path jdk) {
        return with("PATH", root.resolve("tools") + ":" + jdk.resolve("bin"));
    }

    /** A JDK in a folder of its own, which no launcher finds by itself. */
    Path jdk(String name, String version) throws IOException {
        return java(root.resolve(name), version, true);
    }

    /** A JDK in one of the folders that the launcher searches. */
    Path installedJdk(String name, String version) throws IOException {
        return java(root.resolve("jvm").resolve(name), version, true);
    }

    Path jre(String name, String version) throws IOException {
        return java(root.resolve(name), version, false);
    }

    private Path java(Path folder, String version, boolean compiler) throws IOException {
        executable(folder.resolve("bin/java"), """
                #!/bin/sh
                if [ "$1" = -XshowSettings:properties ]; then
                  echo "probe $0" >>"%1$s/probes"
                  echo "    java.home = %2$s" >&2
                  echo "    java.specification.version = %3$s" >&2
                  echo "    java.vm.version = %3$s.0.1+7" >&2
                  echo "    java.vm.vendor = A vendor" >&2
                  exit 0
                fi
                for arg; do
                  case $arg in -XX:ArchiveClassesAtExit=*) echo "$arg" >>"%1$s/archives"; %4$s; exit 2 ;; esac
                done
                case " $* " in *" --version "*) exit "$(cat "%1$s/trial" 2>/dev/null || echo 0)" ;; esac
                echo "pid $$"
                echo "java $0"
                echo "cwd $(pwd)"
                echo "locale ${LANG:-} ${LC_ALL:-} ${LC_CTYPE:-}"
                for arg; do printf 'arg %%s\\n' "$arg"; done
                exit "${FAKE_EXIT:-0}"
                """.formatted(root, folder, version, "echo classes >\"${arg#*=}\""));
        if (compiler) {
            executable(folder.resolve("bin/javac"), "#!/bin/sh\n");
        }
        write(folder.resolve("release"), "IMPLEMENTOR=\"A vendor\"\nJAVA_RUNTIME_VERSION=\"" + version + ".0.1+7\"\n");
        return folder;
    }

    /** Puts shell commands before the work of Maven, such as a failure. */
    void mavenDoes(String commands) throws IOException {
        executable(home.resolve("mvnw"), """
                #!/bin/sh
                echo "call $*" >>"%s/maven"
                for arg; do case $arg in -Ddist.directory=*) dist=${arg#*=} ;; esac; done
                echo 'standard output of Maven'
                %s
                mkdir -p "$dist/lib"
                for jar in a picocli-1 sweep-cli-1; do echo jar >"$dist/lib/$jar.jar"; done
                echo complete >"$dist/stamp"
                """.formatted(root, commands));
    }

    Path target() {
        return home.resolve("sweep/cli/target");
    }

    /** What the fakes have recorded under a name: {@code maven}, {@code probes} or {@code archives}. */
    List<String> recorded(String name) throws IOException {
        Path file = root.resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Makes the distribution an hour old; the sources are older still. */
    void ageDistribution() throws IOException {
        age(target().resolve("dist/stamp"), Duration.ofHours(1));
    }

    private static void age(Path path, Duration age) throws IOException {
        FileTime time = FileTime.from(Instant.now().minus(age));
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.toList()) {
                Files.setLastModifiedTime(each, time);
            }
        }
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return start(launcher, home, arguments).outcome();
    }

    Started start(Path command, Path directory, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        int number = starts++;
        Path out = root.resolve("out-" + number);
        Path err = root.resolve("err-" + number);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Started(builder.start(), out, err);
    }

    /** A start that may still be going on. */
    record Started(Process process, Path out, Path err) {

        Outcome outcome() throws IOException, InterruptedException {
            boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            assertThat(ended).as("the launcher ended; it said: %s", error()).isTrue();
            return new Outcome(process.exitValue(), Files.readString(out), error());
        }

        String error() {
            try {
                return Files.readString(err);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void executable(Path file, String text) throws IOException {
        write(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
