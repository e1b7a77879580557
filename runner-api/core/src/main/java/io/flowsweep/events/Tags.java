package io.flowsweep.events;

import io.flowsweep.errors.InvalidInputException;
import java.util.List;

/** What a tag may be. */
public final class Tags {

    private static final int LONGEST = 500;

    private static final List<String> OWN = List.of("project:", "project_branch:");

    private Tags() {}

    /** @throws InvalidInputException when one is blank or longer than 500 characters */
    public static void check(List<String> tags) {
        for (String tag : tags) {
            if (tag.isBlank()) {
                throw new InvalidInputException("a tag is empty", "", "Give it at least one character.");
            }
            if (tag.length() > LONGEST) {
                throw new InvalidInputException(
                        "a tag has at most " + LONGEST + " characters, but got " + tag.length(),
                        tag.substring(0, 40) + "…",
                        "Keep long texts in an artifact or a config.");
            }
        }
    }

    /** @throws InvalidInputException when one of them says which project the run belongs to */
    public static void checkRemovable(List<String> tags) {
        for (String tag : tags) {
            if (OWN.stream().anyMatch(tag::startsWith)) {
                throw new InvalidInputException(
                        "the tag \"" + tag + "\" says which project the run belongs to, so it stays",
                        "",
                        "Remove a tag that you have given.");
            }
        }
    }
}
