package io.flowsweep.sweep.file.text;

import com.typesafe.config.ConfigValue;
import io.flowsweep.config.KeyPlace;
import io.flowsweep.config.SourcePlaces;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys of a file by their position in its text. */
public final class SourceKeys {

    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, String> replaced = new TreeMap<>();

    public SourceKeys(List<KeyPlace> keys) {
        for (KeyPlace key : keys) {
            positions.putIfAbsent(key.path(), positions.size());
            places.put(key.path(), key.where());
            key.replaced().ifPresent(earlier -> replaced.putIfAbsent(key.path(), earlier));
        }
    }

    /** Where the path is set, the last time; else where its value comes from. */
    public String where(String path, ConfigValue value) {
        String place = places.get(path);
        return place == null ? SourcePlaces.of(value.origin()) : place;
    }

    /** Where the path is set, the last time; else another place. */
    public String where(String path, String otherwise) {
        return places.getOrDefault(path, otherwise);
    }

    /** Where an earlier block of a text gives the path a value that is lost. */
    public Optional<String> replaced(String path) {
        return Optional.ofNullable(replaced.get(path));
    }

    /** The same of the path or one below it. */
    public Optional<String> replacedIn(String path) {
        return replaced.keySet().stream()
                .filter(key -> key.equals(path) || key.startsWith(path + "."))
                .map(replaced::get)
                .findFirst();
    }

    /** Sorts by where a path first stands in the text; those that do not stand there follow by name. */
    public List<String> ordered(Collection<String> paths) {
        return paths.stream()
                .sorted(Comparator.comparingInt((String path) -> positions.getOrDefault(path, Integer.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
