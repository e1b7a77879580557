package io.flowsweep.dependencies;

import io.flowsweep.classfile.ClassFileScan;
import io.flowsweep.codec.Sha256;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Classes that are in no jar or folder, because JShell or a notebook has defined them: their bytes are asked of their loader.
 * With a class go all of the same loader that it names, directly or through others.
 */
public final class ClassesInMemory {

    private ClassesInMemory() {}

    /**
     * Keeps a flow with all that belongs to it as a jar in the store.
     *
     * @throws InvalidInputException when the loader of the class does not give its bytes
     */
    public static CompiledFlow keep(Class<?> flow, Store store) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Deque<Class<?>> open = new ArrayDeque<>();
        open.add(flow);
        while (!open.isEmpty()) {
            Class<?> type = open.pop();
            String file = type.getName().replace('.', '/') + ".class";
            if (files.containsKey(file)) {
                continue;
            }
            byte[] content = content(type, file)
                    .orElseThrow(() -> new InvalidInputException(
                            "the class " + type.getName() + " is in no jar or folder, and its loader does not give its"
                                    + " bytes, so no host can load it",
                            flow.getSimpleName(),
                            "Put it into a .java file and use Runner.of(Path), or its text into Runner.ofSource."));
            files.put(file, content);
            for (String name : ClassFileScan.references(content)) {
                mate(flow, name).ifPresent(open::add);
            }
        }
        byte[] jar = StableJar.of(files);
        return new CompiledFlow(flow.getName(), store.putBlob(jar), Sha256.of(jar));
    }

    /** The class of a name when it was defined by the same loader. */
    private static Optional<Class<?>> mate(Class<?> flow, String name) {
        try {
            Class<?> type = Class.forName(name, false, flow.getClassLoader());
            return type.getClassLoader() == flow.getClassLoader() && !type.isArray()
                    ? Optional.of(type)
                    : Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> content(Class<?> type, String file) {
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
