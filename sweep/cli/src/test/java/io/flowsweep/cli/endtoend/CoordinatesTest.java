package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Maven project that depends on FlowSweep as docs/java.md and the README say, with what {@code install} installs. */
@Timeout(600)
class CoordinatesTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String VERSION = "0.1.0-SNAPSHOT";

    /** Artifact to the folder of its module. */
    private static final List<String[]> INSTALLED =
            List.of(new String[] {"runner-api-core", "runner-api/core"}, new String[] {"plots", "plots"}, new String[] {
                "sweep-core", "sweep/core"
            });

    private static final String PROGRAM = """
            import io.flowsweep.plots.charts.Charts;
            import io.flowsweep.sweep.*;
            import java.nio.file.Path;

            public class Program {
                public static void main(String[] args) {
                    SweepRun run = Sweep.load(Path.of("pendulum.conf")).run(SweepOptions.defaults().executor("inline"));
                    System.out.println(run.await());
                    Charts.line(run.results()).x("length").y("period").png(Path.of("period.png"));
                }
            }
            """;

    @TempDir
    private Path folder;

    /** As the install plugin does: the parent's POM, then the POM and the jar of each module. */
    @BeforeEach
    void install() throws IOException {
        Files.copy(ROOT.resolve("pom.xml"), place("flowsweep", "pom"));
        for (String[] module : INSTALLED) {
            Files.copy(ROOT.resolve(module[1]).resolve("pom.xml"), place(module[0], "pom"));
            jar(ROOT.resolve(module[1]).resolve("target/classes"), place(module[0], "jar"));
        }
    }

    private Path place(String artifact, String extension) throws IOException {
        Path place = folder.resolve("repository/io/flowsweep").resolve(artifact).resolve(VERSION);
        Files.createDirectories(place);
        return place.resolve(artifact + "-" + VERSION + "." + extension);
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace(File.separatorChar, '/')));
                Files.copy(path, out);
            }
        }
    }

    @Test
    void areAllThatAProgramNeeds() throws IOException, InterruptedException {
        String dependency = block(ROOT.resolve("docs/java.md"), "<dependency>");
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains("io.flowsweep:sweep-core:" + VERSION)
                .contains("./mvnw -B install -DskipTests");
        assertThat(dependency).contains("<version>" + VERSION + "</version>");
        Files.writeString(folder.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>me</groupId>
                  <artifactId>mine</artifactId>
                  <version>1</version>
                  <dependencies>
                %s  </dependencies>
                </project>
                """.formatted(dependency));
        Files.writeString(folder.resolve("Program.java"), PROGRAM);
        Files.writeString(folder.resolve("Pendulum.java"), block(ROOT.resolve("README.md"), "class Pendulum"));
        Files.writeString(folder.resolve("pendulum.conf"), block(ROOT.resolve("README.md"), "name = pendulum"));

        run(
                ROOT.resolve("mvnw").toString(),
                "-B",
                "-q",
                "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath",
                "-Dmdep.outputFile=classpath.txt",
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "-Dmaven.repo.local.tail=" + localRepository());
        String classPath = Files.readString(folder.resolve("classpath.txt"));
        assertThat(classPath).contains("sweep-core-" + VERSION + ".jar").doesNotContain("sweep-cli", "picocli");

        assertThat(run(java(), "-cp", classPath, "Program.java")).contains("SweepSummary[pendulum completed 8/8]");
        assertThat(folder.resolve("period.png")).isNotEmptyFile();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The one that this build reads from, so that nothing is fetched twice. */
    private static Path localRepository() {
        String picocli = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("picocli"))
                .findFirst()
                .orElseThrow();
        return Path.of(
                picocli.substring(0, picocli.indexOf(Path.of("info", "picocli").toString())));
    }

    private static String block(Path page, String containing) throws IOException {
        return Manual.read(page).blocks().stream()
                .map(Manual.Block::text)
                .filter(text -> text.contains(containing))
                .findFirst()
                .orElseThrow();
    }

    private String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("FLOWSWEEP_HOME", folder.resolve("store").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
