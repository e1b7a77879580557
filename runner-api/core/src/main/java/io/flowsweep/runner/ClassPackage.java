package io.flowsweep.runner;

import io.flowsweep.classfile.ClassPlace;
import io.flowsweep.dependencies.ClassesInMemory;
import io.flowsweep.dependencies.CompiledFlow;
import io.flowsweep.dependencies.CompiledPlace;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.planner.FlowPackage;
import io.flowsweep.store.Store;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The code of a flow that is a class of this program: the program's class path. */
final class ClassPackage {

    private ClassPackage() {}

    /** Whether the class is in no jar or folder that a host could be given. */
    static boolean isInMemory(Class<?> type) {
        CodeSource code = type.getProtectionDomain().getCodeSource();
        return code == null || code.getLocation() == null;
    }

    static FlowPackage of(Class<? extends FlowSpec> type) {
        String place = type.getProtectionDomain().getCodeSource().getLocation().toString();
        return new FlowPackage(CodeDigest.of(type), programClassPath(place), Optional.empty());
    }

    /** A flow that was in memory and is in the store now: with what else this program has on its class path. */
    static FlowPackage of(CompiledFlow flow) {
        return new FlowPackage(flow.digest(), programClassPath("blob:" + flow.jarBlob()), Optional.empty());
    }

    /** The classes of a flow as a jar in the store: of the session that has defined it, else all of its jar or folder. */
    static CompiledFlow keep(Class<? extends FlowSpec> type, Store store) {
        return isInMemory(type)
                ? ClassesInMemory.keep(type, store)
                : CompiledPlace.keep(ClassPlace.of(type), type.getName(), store);
    }

    private static List<String> programClassPath(String first) {
        Set<String> classPath = new LinkedHashSet<>(List.of(first));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                classPath.add(Path.of(entry).toUri().toString());
            }
        }
        return List.copyOf(classPath);
    }

    /** What a flow's source is compiled against: the API it writes to, and the configuration library. */
    static List<Path> apiClassPath() {
        return List.of(ClassPlace.of(FlowSpec.class), ClassPlace.of(com.typesafe.config.Config.class));
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
}
