package io.flowsweep.metaflow.datastore;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A card that a task has made: a page that stands by itself.
 *
 * @param type for instance {@code default} or {@code blank}
 * @param id where the decorator names one
 * @param html the page
 */
public record MetaflowCard(String type, Optional<String> id, Path html) {

    /** {@code TYPE[-ID]-UUID.html} */
    private static final Pattern NAME = Pattern.compile("([^-]+)(?:-(.+))?-([0-9a-f]+)\\.html");

    static List<MetaflowCard> in(Path folder) {
        return MetaflowDatastore.names(folder).stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(name -> new MetaflowCard(
                        name.group(1), Optional.ofNullable(name.group(2)), folder.resolve(name.group())))
                .toList();
    }
}
