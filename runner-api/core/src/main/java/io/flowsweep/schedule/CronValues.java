package io.flowsweep.schedule;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/**
 * The values that one field of a cron names.
 *
 * @param values by number; days of the week from 0 for Sunday
 * @param rules of days that are not named by number
 * @param restricted whether the field is anything but {@code *} and {@code ?}
 */
record CronValues(BitSet values, List<DayRule> rules, boolean restricted) {

    boolean has(int value) {
        return values.get(value);
    }

    /** Whether it names this date, of which {@code value} is the number in this field. */
    boolean has(int value, LocalDate date) {
        return values.get(value) || rules.stream().anyMatch(rule -> rule.matches(date));
    }

    /** The least value from {@code from} on; -1 when there is none. */
    int from(int from) {
        return values.nextSetBit(from);
    }
}
