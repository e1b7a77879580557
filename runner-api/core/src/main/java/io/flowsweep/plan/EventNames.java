package io.flowsweep.plan;

import io.flowsweep.errors.InvalidInputException;
import java.util.regex.Pattern;

/** The names of events. */
public final class EventNames {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,119}");

    private EventNames() {}

    /**
     * @param where it stands, for errors; may be empty
     * @throws InvalidInputException when no event can have this name
     */
    public static String check(String name, String where) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(
                    "an event's name is 1 to 120 letters, digits and . _ / -, and begins with one of the former, but got \""
                            + name + "\"",
                    where,
                    "");
        }
        return name;
    }
}
