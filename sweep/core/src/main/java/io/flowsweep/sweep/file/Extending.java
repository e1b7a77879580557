package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.ProjectReader;
import io.flowsweep.config.ProjectRoot;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.file.axis.DomainForm;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.file.text.SourceKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Follows {@code extends = other.conf}: the file goes on where the other ends. Its values win and its blocks are merged over
 * those of the other, except for what would make no sense half and half, which is replaced: an axis, {@code space},
 * {@code sample}, {@code bindings} and {@code repeats}. A name is not handed down.
 */
final class Extending {

    static final String KEY = "extends";

    private static final List<String> REPLACED = List.of("space", "sample", "bindings", "repeats");
    private static final List<String> INSTEAD_OF_SPACE = List.of("grid", "sample", "bindings");

    private final ProjectReader project;

    private Extending(ProjectReader project) {
        this.project = project;
    }

    /**
     * The document with what it extends, and what that extends.
     *
     * @param file where the document is from
     * @throws InvalidInputException when a file is missing, outside of the project or extends itself
     */
    static ConfigDocument whole(ConfigDocument document, Path file, ProjectReader project) {
        return new Extending(project).whole(document, List.of(file));
    }

    private ConfigDocument whole(ConfigDocument document, List<Path> chain) {
        ConfigValue named = document.root().get(KEY);
        if (named == null) {
            return document;
        }
        String where = new SourceKeys(document.keys()).where(KEY, named);
        Path file = ProjectRoot.inside(
                project.root(), chain.get(chain.size() - 1).resolveSibling(""), name(named, where), where);
        List<Path> longer = new ArrayList<>(chain);
        longer.add(file);
        if (chain.contains(file)) {
            throw new InvalidInputException(
                    SourcePlaces.of(file) + " extends itself: "
                            + longer.stream()
                                    .map(link -> link.getFileName().toString())
                                    .collect(Collectors.joining(" → ")),
                    where,
                    "Remove one extends of the circle.");
        }
        ConfigDocument other = whole(project.file(file, where), longer);
        return document.without(KEY).after(without(document.root(), other.without("name"), where));
    }

    private static String name(ConfigValue named, String where) {
        try {
            if (named.unwrapped() instanceof String name && !name.isBlank()) {
                return name;
            }
        } catch (ConfigException.NotResolved e) {
            // What ${…} stands for may come from the other file.
        }
        throw new InvalidInputException(
                "\"extends\" must be the name of a sweep file", where, "Write extends = base.conf.");
    }

    /** The other document without what the file has instead. */
    private static ConfigDocument without(ConfigObject file, ConfigDocument other, String where) {
        ConfigDocument left = other;
        for (String key : REPLACED) {
            left = file.containsKey(key) ? left.without(key) : left;
        }
        for (String key : file.containsKey("space") ? INSTEAD_OF_SPACE : List.<String>of()) {
            left = left.without(key);
        }
        if (file.get("grid") instanceof ConfigObject grid) {
            for (List<String> axis : axes(grid, List.of())) {
                left = left.without("grid." + ConfigPaths.join(axis)).without("grid." + otherSpelling(axis));
            }
        }
        refuseMixedConfigs(file, other, where);
        return left;
    }

    /** {@code config.lr} and {@code lr} are one axis. */
    private static String otherSpelling(List<String> axis) {
        AxisPath path = AxisPath.of(axis);
        boolean spelledOut = axis.get(0).equals("config") && axis.size() > 1;
        return spelledOut ? path.relative() : path.path();
    }

    private static List<List<String>> axes(ConfigObject grid, List<String> above) {
        List<List<String>> axes = new ArrayList<>();
        for (String key : keys(grid)) {
            List<String> path = new ArrayList<>(above);
            path.add(key);
            boolean nested = grid.get(key) instanceof ConfigObject object
                    && !keys(object).isEmpty()
                    && !DomainForm.isDomain(object, null);
            if (nested) {
                axes.addAll(axes((ConfigObject) grid.get(key), path));
            } else {
                axes.add(path);
            }
        }
        return axes;
    }

    /** None when a substitution hides them. */
    private static List<String> keys(ConfigObject object) {
        try {
            return List.copyOf(object.keySet());
        } catch (ConfigException.NotResolved e) {
            return List.of();
        }
    }

    private static void refuseMixedConfigs(ConfigObject file, ConfigDocument other, String where) {
        refuseMixed(file, other.root(), "config", where);
        if (file.get("configs") instanceof ConfigObject own
                && other.root().get("configs") instanceof ConfigObject theirs) {
            keys(own).forEach(name -> refuseMixed(own, theirs, name, where));
        }
    }

    private static void refuseMixed(ConfigObject own, ConfigObject other, String key, String where) {
        ConfigValue theirs = keys(other).contains(key) ? other.get(key) : null;
        if (own.get(key) instanceof ConfigObject && theirs != null && !(theirs instanceof ConfigObject)) {
            throw new InvalidInputException(
                    "the extended file takes its " + key + " from a file, over which { … } cannot be merged",
                    where,
                    "Write " + key + " { include \"that file\" … }.");
        }
    }
}
