package io.flowsweep.metaflow.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The modules that are files beside the flow. */
final class FlowModules {

    private final Path folder;
    private final Map<Path, PythonModule> read = new LinkedHashMap<>();

    FlowModules(Path folder) {
        this.folder = folder;
    }

    PythonModule read(Path file) {
        return read.computeIfAbsent(file, PythonModule::read);
    }

    /** Where a class is defined that a file knows by this name; empty when it is in no file beside the flow. */
    private Optional<Place> place(Path file, String meaning) {
        if (read(file).classes().containsKey(meaning)) {
            return Optional.of(new Place(file, meaning));
        }
        int dot = meaning.lastIndexOf('.');
        return dot <= 0
                ? Optional.empty()
                : file(file, meaning.substring(0, dot))
                        .map(module -> new Place(module, meaning.substring(dot + 1)))
                        .filter(place -> read(place.file()).classes().containsKey(place.type()));
    }

    private record Place(Path file, String type) {}

    /** Whether a class is a FlowSpec of Metaflow, by itself or by its bases. */
    boolean isFlow(Path file, String type, Set<Place> seen) {
        FlowClass found = read(file).classes().get(type);
        return seen.add(new Place(file, type))
                && found.bases.stream()
                        .anyMatch(base -> base.equals(FlowFile.FLOW_SPEC)
                                || place(file, base)
                                        .filter(place -> isFlow(place.file(), place.type(), seen))
                                        .isPresent());
    }

    /** Adds to {@code whole} what a class declares, after what its bases do. */
    void collect(Path file, String type, FlowClass whole, Set<Place> seen) {
        FlowClass found = read(file).classes().get(type);
        if (!seen.add(new Place(file, type))) {
            return;
        }
        whole.open |= found.open;
        for (String base : found.bases) {
            Optional<Place> place = place(file, base);
            place.ifPresent(at -> collect(at.file(), at.type(), whole, seen));
            whole.open |= place.isEmpty() && !base.equals(FlowFile.FLOW_SPEC) && !base.equals("object");
        }
        found.declared.forEach(one -> {
            whole.declared.removeIf(other -> other.name().equals(one.name()));
            whole.declared.add(one);
        });
        whole.steps.putAll(found.steps);
        whole.starts.addAll(found.starts);
        whole.unread.addAll(found.unread);
        whole.project = found.project.isPresent() ? found.project : whole.project;
    }

    /** All that a file imports from beside the flow, and what that imports. */
    List<Path> files(Path main) {
        Set<Path> files = new TreeSet<>();
        List<Path> open = new ArrayList<>(List.of(main));
        while (!open.isEmpty()) {
            Path next = open.remove(open.size() - 1);
            if (files.add(next)) {
                read(next).imports().modules().forEach(module -> {
                    file(next, module).ifPresent(open::add);
                });
            }
        }
        return List.copyOf(files);
    }

    /**
     * The file of a module: {@code a/b.py} or {@code a/b/__init__.py}, from the flow's folder or, of a relative one, from there.
     */
    private Optional<Path> file(Path importing, String module) {
        Path from = folder;
        String name = module;
        if (module.startsWith(".")) {
            from = importing.getParent();
            name = module.substring(1);
            for (; name.startsWith("."); name = name.substring(1)) {
                from = from.getParent() == null ? from : from.getParent();
            }
        }
        Path path = name.isEmpty() ? from : from.resolve(name.replace('.', '/'));
        Path packaged = path.resolve("__init__.py");
        Path plain = name.isEmpty() ? packaged : path.resolveSibling(path.getFileName() + ".py");
        return Files.isRegularFile(plain)
                ? Optional.of(plain)
                : Optional.of(packaged).filter(Files::isRegularFile);
    }
}
