package io.flowsweep.schedule;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones by the names of the IANA database, as offsets ({@code +02:00}) or as {@code UTC}. */
public final class TimeZones {

    private TimeZones() {}

    /**
     * @param where the name stands, for errors; may be empty
     * @throws InvalidInputException when there is none; with did-you-mean
     */
    public static ZoneId of(String name, String where) {
        try {
            return ZoneId.of(name.trim());
        } catch (DateTimeException e) {
            String cure =
                    Suggestions.closest(name, ZoneId.getAvailableZoneIds()).isPresent()
                            ? Suggestions.didYouMean(name, ZoneId.getAvailableZoneIds())
                            : "Name one as Europe/Berlin, UTC or +02:00.";
            throw new InvalidInputException("there is no time zone \"" + name + "\"", where, cure);
        }
    }
}
