package io.flowsweep.dependencies;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.Sha256;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import io.flowsweep.store.StoreLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Compiles a flow's source to a jar in the store, once for each source, version of Java and class path.
 *
 * <p>A source is one file, all files below a folder, or a text. It holds exactly one concrete subclass of {@code FlowSpec},
 * at the top level or static in another class, or the one that is wanted is named. Helper classes, records and abstract flows
 * may stand beside it, a package may be declared, and a public class may be named otherwise than the file. Other sources are
 * not searched, and annotation processors do not run. The same source gives the same jar.
 *
 * <p>A mark {@code compiled/KEY} with JSON {@code {"main": class, "jar": address}} remembers what was compiled; it is not
 * trusted when the jar is missing or damaged. Thread-safe; two that compile the same source at once do the work twice and
 * agree on the result.
 */
public final class SourceCompiler {

    private final Store store;
    private final List<Path> classPath;
    private final Optional<JavaCompiler> compiler;
    private final int release;

    /**
     * For the Java of this program.
     *
     * @param classPath the jars and folders of classes that sources may use; with those of {@code FlowSpec}
     */
    public SourceCompiler(Store store, List<Path> classPath) {
        this(store, classPath, Runtime.version().feature());
    }

    /** @param release the version of Java whose language and library the sources use; a newer one than this counts as this */
    SourceCompiler(Store store, List<Path> classPath, int release) {
        this(store, classPath, Optional.ofNullable(ToolProvider.getSystemJavaCompiler()), release);
    }

    SourceCompiler(Store store, List<Path> classPath, Optional<JavaCompiler> compiler) {
        this(store, classPath, compiler, Runtime.version().feature());
    }

    private SourceCompiler(Store store, List<Path> classPath, Optional<JavaCompiler> compiler, int release) {
        this.store = store;
        this.classPath = List.copyOf(classPath);
        this.compiler = compiler;
        this.release = Math.min(release, Runtime.version().feature());
    }

    /**
     * Compiles a {@code .java} file, or all below a folder, unless that was done before.
     *
     * @throws InvalidInputException when there is no such file, when it does not compile (one problem for each error: the
     *     message, the source line and a caret), when it does not hold exactly one flow, or when this Java has no compiler
     */
    public CompiledFlow compile(Path place) {
        return compile(Sources.read(place, Optional.empty()));
    }

    /**
     * The same of sources that hold several flows.
     *
     * @param flow the simple or the binary name of the one that is wanted
     */
    public CompiledFlow compile(Path place, String flow) {
        return compile(Sources.read(place, Optional.of(flow)));
    }

    /** The same of a source that is in no file. */
    public CompiledFlow compile(String text) {
        return compile(Sources.of(text));
    }

    CompiledFlow compile(Sources sources) {
        String digest = sources.digest();
        String mark = StoreLayout.compiled(key(sources));
        Optional<CompiledFlow> known = store.get(mark).flatMap(content -> reusable(content, digest));
        return known.orElseGet(() -> compile(sources, digest, mark));
    }

    private String key(Sources sources) {
        Sha256 key = new Sha256();
        sources.files().forEach(file -> key.add(file.bytes()).add(sources.name(file)));
        sources.flow().ifPresent(key::add);
        return key.add(Runtime.version().feature() + " " + release)
                .add(ClassPathDigest.of(classPath))
                .hex();
    }

    private CompiledFlow compile(Sources sources, String digest, String mark) {
        JavaCompiler javac = compiler.orElseThrow(() -> new InvalidInputException(
                "this Java has no compiler, so it cannot compile " + sources.shown(),
                System.getProperty("java.home"),
                "Use a JDK of version 17 or newer (set JAVA_HOME), or give a compiled class"));
        Compilation compilation = Compilation.of(sources, javac, classPath, release);
        String jar = store.putBlob(StableJar.of(compilation.classes()));
        remember(mark, compilation.mainClass(), jar);
        return new CompiledFlow(compilation.mainClass(), jar, digest);
    }

    private void remember(String mark, String mainClass, String jar) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("main", mainClass);
        content.put("jar", jar);
        byte[] json = Json.write(content).getBytes(StandardCharsets.UTF_8);
        if (!store.createExclusive(mark, json)
                && !Arrays.equals(json, store.get(mark).orElse(null))) {
            store.delete(mark);
            store.createExclusive(mark, json);
        }
    }

    /** What a mark says, when it can be read and the jar it names is whole. */
    private Optional<CompiledFlow> reusable(byte[] mark, String digest) {
        try {
            Map<String, Object> content = Json.parseObject(new String(mark, StandardCharsets.UTF_8));
            if (content.get("main") instanceof String mainClass
                    && content.get("jar") instanceof String jar
                    && isWhole(jar)) {
                return Optional.of(new CompiledFlow(mainClass, jar, digest));
            }
            return Optional.empty();
        } catch (CodecException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isWhole(String jar) {
        try (InputStream content = store.getBlob(jar)) {
            return Sha256.of(content.readAllBytes()).equals(jar);
        } catch (StoreException | IOException e) {
            return false;
        }
    }
}
