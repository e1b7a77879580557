package io.flowsweep.maven;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A Maven repository in a folder, filled with jars that are compiled from a line of source. */
public final class TestRepository {

    private final Path folder;
    private final Map<String, byte[]> jars = new ConcurrentHashMap<>();

    public TestRepository(Path folder) {
        this.folder = folder;
    }

    public String url() {
        return folder.toUri().toString();
    }

    /** {@code test=file:…}, as {@code @Dependencies} takes it. */
    public String named() {
        return "test=" + url();
    }

    /**
     * Publishes a jar with one class.
     *
     * @param coordinates group:artifact:version
     * @param type the class's full name
     * @param members what stands in the class
     * @param needs coordinates of what it depends on
     */
    public TestRepository publish(String coordinates, String type, String members, String... needs) {
        byte[] jar = jar(type, members);
        jars.put(coordinates, jar);
        write(jarFile(coordinates), jar);
        write(file(coordinates, ".pom"), pom(coordinates, List.of(needs)).getBytes(StandardCharsets.UTF_8));
        writeVersions(coordinates);
        return this;
    }

    /** A library with the class {@code acme.Lib}, whose {@code version()} is the version. */
    public TestRepository publishLib(String version) {
        return publish(
                "acme:lib:" + version, "acme.Lib", "public static String version() { return \"" + version + "\"; }");
    }

    Path jarFile(String coordinates) {
        return file(coordinates, ".jar");
    }

    /** Puts other bytes in the place of a jar, and their checksum beside them. */
    void spoil(String coordinates) {
        write(jarFile(coordinates), "no jar".getBytes(StandardCharsets.UTF_8));
    }

    /** A jar with one class, compiled here. */
    static byte[] jar(String type, String members) {
        try {
            Path classes = Files.createTempDirectory("jar");
            try {
                compile(type, members, classes);
                return packed(classes);
            } finally {
                try (Stream<Path> files = Files.walk(classes)) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(String type, String members, Path classes) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String source = "package " + type.substring(0, type.lastIndexOf('.')) + "; public class " + simple + " { "
                + members + " }";
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject unit =
                new SimpleJavaFileObject(
                        URI.create("memory:///" + simple + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignored) {
                        return source;
                    }
                };
        List<String> options = List.of("-d", classes.toString(), "-proc:none");
        if (!javac.getTask(null, null, null, options, null, List.of(unit)).call()) {
            throw new IllegalArgumentException("does not compile: " + source);
        }
    }

    private static byte[] packed(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                jar.write(Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }

    private Path file(String coordinates, String extension) {
        String[] parts = coordinates.split(":");
        return artifact(parts).resolve(parts[2]).resolve(parts[1] + "-" + parts[2] + extension);
    }

    private Path artifact(String[] parts) {
        return folder.resolve(parts[0].replace('.', '/')).resolve(parts[1]);
    }

    private void writeVersions(String coordinates) {
        String[] parts = coordinates.split(":");
        String versions = new TreeSet<>(jars.keySet())
                .stream()
                        .filter(c -> c.startsWith(parts[0] + ":" + parts[1] + ":"))
                        .map(c -> "<version>" + c.split(":")[2] + "</version>")
                        .collect(Collectors.joining());
        String metadata = "<metadata><groupId>" + parts[0] + "</groupId><artifactId>" + parts[1]
                + "</artifactId><versioning><versions>" + versions + "</versions></versioning></metadata>";
        write(artifact(parts).resolve("maven-metadata.xml"), metadata.getBytes(StandardCharsets.UTF_8));
    }

    private static String pom(String coordinates, List<String> needs) {
        String dependencies = needs.stream()
                .map(n -> "<dependency>" + coordinates(n) + "</dependency>")
                .collect(Collectors.joining());
        return "<project><modelVersion>4.0.0</modelVersion>" + coordinates(coordinates) + "<dependencies>"
                + dependencies + "</dependencies></project>";
    }

    private static String coordinates(String text) {
        String[] parts = text.split(":");
        return "<groupId>" + parts[0] + "</groupId><artifactId>" + parts[1] + "</artifactId><version>" + parts[2]
                + "</version>";
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            String sha1 =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
            Files.writeString(Path.of(file + ".sha1"), sha1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
