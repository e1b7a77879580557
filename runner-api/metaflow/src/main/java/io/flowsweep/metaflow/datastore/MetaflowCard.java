package io.flowsweep.metaflow.datastore;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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

    /** The line of a page that holds what is on the card, as JSON in Base64. */
    private static final Pattern DATA = Pattern.compile("__MF_DATA__\\[\"[^\"]*\"] = \"([^\"]*)\"");

    /** A page has a megabyte of scripts. */
    private static final long LARGEST = 64L << 20;

    static List<MetaflowCard> in(Path folder) {
        return MetaflowDatastore.names(folder).stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(name -> new MetaflowCard(
                        name.group(1), Optional.ofNullable(name.group(2)), folder.resolve(name.group())))
                .toList();
    }

    /** What is on it, in the form in which Metaflow's page is given it; none for a page of another make. */
    public List<?> components() {
        try {
            if (Files.size(html) > LARGEST) {
                return List.of();
            }
            Matcher data = DATA.matcher(Files.readString(html));
            return data.find() && Json.parseObject(decoded(data.group(1))).get("components") instanceof List<?> all
                    ? all
                    : List.of();
        } catch (IOException | CodecException | IllegalArgumentException e) {
            return List.of(); // the page itself can still be looked at
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
