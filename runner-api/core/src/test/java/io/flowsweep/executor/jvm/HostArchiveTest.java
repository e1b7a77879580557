package io.flowsweep.executor.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.typesafe.config.Config;
import io.flowsweep.classfile.ClassPlace;
import io.flowsweep.runtime.host.HostMain;
import io.flowsweep.runtime.host.HostRehearsal;
import io.flowsweep.testing.Conditions;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(900)
class HostArchiveTest {

    private static final Path LIBRARY = ClassPlace.of(JsonFactory.class);
    private static final Map<String, String> ON = Map.of();

    @TempDir
    Path folder;

    private Path cache;
    private Path hostJar;
    private HostArchive archives;

    @BeforeEach
    void packHost() throws IOException {
        cache = folder.resolve("cache");
        hostJar = folder.resolve("host.jar");
        pack(ClassPlace.of(HostMain.class), hostJar);
        archives = new HostArchive(cache, new LinkedHashSet<>(List.of(hostJar, ClassPlace.of(Config.class))));
    }

    /** The classes of a folder, or of a jar, as a jar. */
    private static void pack(Path classes, Path jar) throws IOException {
        if (!Files.isDirectory(classes)) {
            Files.copy(classes, jar);
            return;
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, out);
            }
        }
    }

    /** Has an archive made, and gives the flags that use it. */
    private List<String> awaited(List<Path> libraries) throws IOException {
        Path archive = archives.path(Jdk.own(), libraries);
        archives.flags(Jdk.own(), libraries, ON);
        archives.flags(Jdk.own(), libraries, ON);
        Conditions.await("the archive to be made", () -> Files.exists(archive));
        return archives.flags(Jdk.own(), libraries, ON);
    }

    /** What a JVM with these flags says of the classes that it loads while it rehearses. */
    private List<String> loaded(List<String> flags, Path library) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt");
        List<String> command = new ArrayList<>(List.of(Jdk.own().command().toString()));
        command.addAll(flags);
        command.add("-Xlog:class+load:file=" + log + ":none");
        command.add("-cp");
        command.add(hostJar + File.pathSeparator + ClassPlace.of(Config.class));
        command.addAll(List.of(HostRehearsal.class.getName(), library.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).isEqualTo("start-1 | value 1.0\n");
        return Files.readAllLines(log);
    }

    @Test
    void holdsTheHostsClassesAndThoseOfItsLibraries() throws IOException, InterruptedException {
        List<String> lines = loaded(awaited(List.of(LIBRARY)), LIBRARY);

        for (Class<?> type : List.of(HostMain.class, JsonFactory.class)) {
            assertThat(lines)
                    .filteredOn(line -> line.startsWith(type.getName() + " "))
                    .singleElement()
                    .asString()
                    .contains("shared objects file");
        }
    }

    @Test
    void withLibrariesIsMadeForTheirSecondHostAndTillThenTheOneWithoutIsUsed() throws IOException {
        List<String> without = awaited(List.of());

        assertThat(archives.flags(Jdk.own(), List.of(LIBRARY), ON)).isEqualTo(without);
        assertThat(cache).isDirectoryNotContaining("glob:**.tmp");
        assertThat(archives.flags(Jdk.own(), List.of(LIBRARY), ON)).isEqualTo(without);
        assertThat(awaited(List.of(LIBRARY)))
                .isNotEqualTo(without)
                .last()
                .asString()
                .startsWith("-XX:SharedArchiveFile=");
    }

    @Test
    void isAnotherWhenAJarHasChanged() throws IOException {
        Path library = Files.copy(LIBRARY, folder.resolve("library.jar"));
        Path without = archives.path(Jdk.own(), List.of());
        Path with = archives.path(Jdk.own(), List.of(library));

        Files.setLastModifiedTime(library, FileTime.fromMillis(1));
        assertThat(archives.path(Jdk.own(), List.of(library))).isNotEqualTo(with);
        assertThat(archives.path(Jdk.own(), List.of())).isEqualTo(without);

        Files.setLastModifiedTime(hostJar, FileTime.fromMillis(1));
        assertThat(archives.path(Jdk.own(), List.of())).isNotEqualTo(without);
    }

    @Test
    void isAnotherForAnotherJdkAndForOneThatWasUpgradedInItsPlace() throws IOException {
        Path modules = folder.resolve("jdk/lib/modules");
        Files.createDirectories(modules.getParent());
        Files.writeString(modules, "17.0.1");
        Jdk jdk = new Jdk(folder.resolve("jdk"), 17);
        Path before = archives.path(jdk, List.of());

        Files.writeString(modules, "17.0.15");

        assertThat(archives.path(jdk, List.of())).isNotEqualTo(before);
        assertThat(archives.path(Jdk.own(), List.of())).isNotEqualTo(before);
    }

    @Test
    void isNeitherMadeNorUsedWhenTurnedOff() throws IOException {
        Map<String, String> off = Map.of("FLOWSWEEP_CDS", "off");

        assertThat(archives.flags(Jdk.own(), List.of(), off)).isEmpty();
        assertThat(cache).doesNotExist();
        awaited(List.of());
        assertThat(archives.flags(Jdk.own(), List.of(), off)).isEmpty();
    }

    @Test
    void isNotForClassesInFolders() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));

        assertThat(new HostArchive(cache, Set.of(classes)).flags(Jdk.own(), List.of(), ON))
                .isEmpty();
        assertThat(cache).doesNotExist();
    }
}
