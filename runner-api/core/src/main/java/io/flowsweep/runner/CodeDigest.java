package io.flowsweep.runner;

import io.flowsweep.classfile.ClassFileScan;
import io.flowsweep.codec.Sha256;
import io.flowsweep.flow.FlowSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells whether the code of a flow on the class path has changed: by the class files of the flow and of all that it names,
 * directly or through others, in its own jar and in every folder of classes. Other jars are libraries, which change their
 * version. What is called by reflection alone is not seen.
 */
final class CodeDigest {

    private final ClassLoader loader;
    private final String own;
    private final String api;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private CodeDigest(Class<?> flow) {
        this.loader = flow.getClassLoader();
        this.own = place(flow);
        this.api = place(FlowSpec.class);
    }

    static String of(Class<? extends FlowSpec> flow) {
        CodeDigest code = new CodeDigest(flow);
        code.collect(flow.getName());
        Sha256 digest = new Sha256();
        code.files.forEach((name, content) -> digest.add(name).add(content));
        return digest.hex();
    }

    private void collect(String flow) {
        Deque<String> open = new ArrayDeque<>();
        open.add(flow);
        while (!open.isEmpty()) {
            String name = open.pop();
            String file = name.replace('.', '/') + ".class";
            if (!files.containsKey(file)) {
                content(file).ifPresent(content -> {
                    files.put(file, content);
                    open.addAll(ClassFileScan.references(content));
                });
            }
        }
    }

    private Optional<byte[]> content(String file) {
        URL url = loader.getResource(file);
        if (url == null || !counts(url.toString(), file)) {
            return Optional.empty();
        }
        try (InputStream in = url.openStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean counts(String url, String file) {
        if (url.startsWith("file:")) {
            String folder = url.substring(0, url.length() - file.length());
            return folder.equals(own) || !folder.equals(api);
        }
        return url.equals("jar:" + own + "!/" + file);
    }

    private static String place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }
}
