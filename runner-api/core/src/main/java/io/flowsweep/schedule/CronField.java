package io.flowsweep.schedule;

import java.util.List;
import java.util.Locale;

/** What the fields of a cron may hold. */
enum CronField {
    SECOND("second", 0, 59, List.of(), 0),
    MINUTE("minute", 0, 59, List.of(), 0),
    HOUR("hour", 0, 23, List.of(), 0),
    DAY_OF_MONTH("day of month", 1, 31, List.of(), 0),
    MONTH(
            "month",
            1,
            12,
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
            1),
    /** As crontab counts: 0 and 7 are Sunday. */
    DAY_OF_WEEK("day of week", 0, 7, Names.DAYS, 0),
    /** As AWS and Quartz count: 1 is Sunday. */
    NUMBERED_DAY_OF_WEEK("day of week", 1, 7, Names.DAYS, 1),
    YEAR("year", 1970, 2199, List.of(), 0);

    private static final class Names {
        static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    }

    final String label;
    final int least;
    final int most;
    private final List<String> names;
    private final int firstNamed;

    /**
     * @param label what people call it
     * @param least its least value, inclusive
     * @param most its greatest value, inclusive
     * @param names of its values, of which the first stands for {@code firstNamed}
     */
    CronField(String label, int least, int most, List<String> names, int firstNamed) {
        this.label = label;
        this.least = least;
        this.most = most;
        this.names = names;
        this.firstNamed = firstNamed;
    }

    boolean isDayOfWeek() {
        return this == DAY_OF_WEEK || this == NUMBERED_DAY_OF_WEEK;
    }

    /** A day of the week as 0 for Sunday to 6; anything else as it is. */
    int normal(int value) {
        return isDayOfWeek() ? (value - firstNamed) % 7 : value;
    }

    /** The value of a number or a name; -1 when it is neither. */
    int value(String text) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (named >= 0) {
            return named + firstNamed;
        }
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }

    /** {@code 1 to 12, or JAN to DEC}. */
    String range() {
        return least + " to " + most
                + (names.isEmpty() ? "" : ", or " + names.get(0) + " to " + names.get(names.size() - 1));
    }
}
