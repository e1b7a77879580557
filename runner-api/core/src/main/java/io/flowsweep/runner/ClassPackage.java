package io.flowsweep.runner;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.plan.FlowPackage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The code of a flow that is a class of this program: the program's class path. */
final class ClassPackage {

    private ClassPackage() {}

    static FlowPackage of(Class<? extends FlowSpec> type) {
        CodeSource code = type.getProtectionDomain().getCodeSource();
        if (code == null || code.getLocation() == null) {
            throw new InvalidInputException(
                    "the class " + type.getName() + " is in no jar or folder, so no host can load it",
                    type.getSimpleName(),
                    "Put it into a .java file and use Runner.of(Path).");
        }
        Set<String> classPath = new LinkedHashSet<>();
        classPath.add(code.getLocation().toString());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                classPath.add(Path.of(entry).toUri().toString());
            }
        }
        return new FlowPackage(digest(type), List.copyOf(classPath), Optional.empty());
    }

    /** What a flow's source is compiled against: the API it writes to, and the configuration library. */
    static List<Path> apiClassPath() {
        return List.of(place(FlowSpec.class), place(com.typesafe.config.Config.class));
    }

    /** The class files of a flow: its own, those of its bases, and all nested in these, the anonymous ones included. */
    static List<byte[]> classFiles(Class<?> type) {
        Map<String, Class<?>> own = new TreeMap<>();
        for (Class<?> level = type; level != FlowSpec.class; level = level.getSuperclass()) {
            for (Class<?> mate : level.getNestMembers()) {
                if (mate == level || mate.getName().startsWith(level.getName() + "$")) {
                    own.put(mate.getName(), mate);
                }
            }
        }
        return own.values().stream()
                .map(ClassPackage::classFile)
                .filter(file -> file.length > 0)
                .toList();
    }

    private static byte[] classFile(Class<?> type) {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Class<?> type) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            classFiles(type).forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
