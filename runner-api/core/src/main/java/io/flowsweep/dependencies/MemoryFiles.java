package io.flowsweep.dependencies;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** The compiler's view of files when the source and the classes are in memory; the class path stays on disk. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final SortedMap<String, ByteArrayOutputStream> classes = new TreeMap<>();

    MemoryFiles(StandardJavaFileManager disk) {
        super(disk);
    }

    /** A source whose public class may have any name, whatever the file is called. */
    static JavaFileObject source(Path file, String text) {
        return new SimpleJavaFileObject(file.toUri(), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }

            @Override
            public boolean isNameCompatible(String simpleName, Kind kind) {
                return kind == Kind.SOURCE;
            }
        };
    }

    /** Sets where classes or sources are searched on disk. */
    void readFrom(Location location, List<Path> folders) throws IOException {
        fileManager.setLocationFromPaths(location, folders);
    }

    /** The class files written so far, by their name in a jar. */
    SortedMap<String, byte[]> classes() {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        classes.forEach((name, content) -> contents.put(name, content.toByteArray()));
        return contents;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        String name = className.replace('.', '/') + kind.extension;
        return new SimpleJavaFileObject(URI.create("memory:///" + name.replace("$", "%24")), kind) {
            @Override
            public OutputStream openOutputStream() {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                classes.put(name, content);
                return content;
            }
        };
    }
}
