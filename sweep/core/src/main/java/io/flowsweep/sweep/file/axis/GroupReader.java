package io.flowsweep.sweep.file.axis;

import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.space.domain.Group;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code { group = "backend/*.conf", default = streams }}: an axis whose options are files. */
final class GroupReader {

    private final SpaceContext context;

    GroupReader(SpaceContext context) {
        this.context = context;
    }

    /** The group; its default option, else its first, is then part of the base. */
    Optional<Domain> read(AxisPath path, String pattern, Optional<String> standard, String where) {
        if (!path.isOfConfig()) {
            context.problems().add(where, "a group is a part of a config, and not of \"" + path.root() + "\"", "");
            return Optional.empty();
        }
        Map<String, Path> files = context.problems()
                .attempt(() -> FileGlob.find(context, pattern, FileGlob::stem, where))
                .orElse(Map.of());
        List<Group.Option> options = new ArrayList<>();
        files.forEach((name, file) -> context.problems()
                .attempt(() -> Group.Option.of(
                        path.relative(), name, file, context.names().project()))
                .ifPresent(options::add));
        if (files.isEmpty() || options.size() < files.size()) {
            return Optional.empty();
        }
        Group group = new Group(options);
        String chosen = standard.orElse(options.get(0).name());
        if (!files.containsKey(chosen)) {
            context.problems()
                    .add(
                            where,
                            "the group \"" + pattern + "\" has no option \"" + chosen + "\"",
                            Suggestions.didYouMean(chosen, files.keySet()));
            return Optional.empty();
        }
        options.forEach(option -> context.files().addAll(option.content().files()));
        options.stream()
                .filter(option -> option.name().equals(chosen))
                .forEach(option -> context.declare(path, option));
        return Optional.of(group);
    }
}
