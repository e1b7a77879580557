package io.flowsweep.plots.render;

import java.nio.file.Path;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.TreeMap;

/** Finds renderers by the name of their format. */
public final class Renderers {

    private Renderers() {}

    /** @throws UnknownFormatException when no renderer has that format; case is ignored */
    public static ChartRenderer named(String format) {
        TreeMap<String, ChartRenderer> all = new TreeMap<>();
        ServiceLoader.load(ChartRenderer.class, ChartRenderer.class.getClassLoader()).stream()
                .map(Provider::get)
                .forEach(r -> all.put(r.format(), r));
        ChartRenderer found = all.get(format.toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new UnknownFormatException(format, all.keySet());
        }
        return found;
    }

    /**
     * By the extension of a file's name.
     *
     * @throws UnknownFormatException when it has none, or one that is no renderer's format
     */
    public static ChartRenderer forFile(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return named(dot < 0 ? "" : name.substring(dot + 1));
    }
}
