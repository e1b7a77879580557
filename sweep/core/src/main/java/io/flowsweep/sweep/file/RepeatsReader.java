package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.file.base.BaseValues;
import io.flowsweep.sweep.file.text.FileParts;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.variant.Repeats;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Reads {@code repeats = 5} or {@code repeats { n | values, seed_path }}. */
final class RepeatsReader {

    private static final Set<String> KEYS = Set.of("n", "values", "seed_path");
    private static final int MOST = 100_000;

    private final FileParts parts;
    private final BaseValues base;

    RepeatsReader(FileParts parts, BaseValues base) {
        this.parts = parts;
        this.base = base;
    }

    Repeats read() {
        return parts.part("repeats").flatMap(this::read).orElse(Repeats.ONCE);
    }

    private Optional<Repeats> read(ConfigValue value) {
        Section section = value instanceof ConfigObject object
                ? new Section("repeats", object, parts.where("repeats"), parts.context())
                : new Section("", value.atKey("repeats").root(), parts.where("repeats"), parts.context());
        if (!(value instanceof ConfigObject)) {
            return number(section, "repeats").map(Repeats::of);
        }
        section.allow(KEYS, Set.of());
        Optional<String> path = section.text("seed_path").flatMap(written -> path(section, written));
        if (section.has("seed_path") && path.isEmpty()) {
            return Optional.empty();
        }
        if (section.has("values")) {
            return values(section, path);
        }
        if (!section.has("n")) {
            return section.wrong("n", "given, unless values are", null);
        }
        Optional<Integer> n = number(section, "n");
        return n.map(count -> new Repeats(
                count,
                path,
                path.isPresent()
                        ? LongStream.range(0, count)
                                .mapToObj(seed -> (Object) seed)
                                .toList()
                        : List.of()));
    }

    private Optional<Repeats> values(Section section, Optional<String> path) {
        if (section.has("n")) {
            return section.wrong(
                    "n", "absent when values are given", section.plain("n").orElse(null));
        }
        if (path.isEmpty()) {
            parts.problems()
                    .add(section.where("values"), "the values of repeats have no seed_path", "Add seed_path = seed.");
            return Optional.empty();
        }
        Object values = section.plain("values").orElse(null);
        if (!(values instanceof List<?> list)
                || list.isEmpty()
                || list.stream().distinct().count() < list.size()
                || list.contains(null)) {
            return section.wrong("values", "a list of different seeds", values);
        }
        for (Object seed : list) {
            base.checkKind(
                    Axis.root(path.get()),
                    Axis.relativePath(path.get()),
                    seed,
                    "the repeats",
                    section.where("values"),
                    parts.problems());
        }
        return Optional.of(new Repeats(list.size(), path, List.copyOf(list)));
    }

    private Optional<String> path(Section section, String written) {
        AxisPath path = AxisPath.parse(written);
        if (!path.isOfConfig() && !Set.of("params", "environment").contains(path.root())
                || path.relative().isEmpty()) {
            return section.wrong("seed_path", "a path of the config, params or environment", written);
        }
        base.checkPath(path.root(), path.relative(), section.where("seed_path"), parts.problems());
        return Optional.of(path.path());
    }

    private Optional<Integer> number(Section section, String key) {
        Object value = section.plain(key).orElse(null);
        if (value instanceof Long n && n >= 1 && n <= MOST) {
            return Optional.of(n.intValue());
        }
        return section.wrong(key, "a whole number from 1 to " + MOST, PlainValues.canonical(value));
    }
}
