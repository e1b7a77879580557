package io.flowsweep.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Which days a cron names otherwise than by their numbers, as Quartz has it. */
interface DayRule {

    boolean matches(LocalDate date);

    /** {@code L} and {@code L-3}: so many days before the last of the month. */
    static DayRule beforeLast(int days) {
        return date -> date.getDayOfMonth() == date.lengthOfMonth() - days;
    }

    /** {@code LW}: the last day of the month that is not of a weekend. */
    static DayRule lastWorkday() {
        return date -> date.equals(nearestWorkday(date.withDayOfMonth(date.lengthOfMonth())));
    }

    /** {@code 15W}: the workday of the same month that is nearest to a day which every month has. */
    static DayRule workdayNearest(int day) {
        return date -> date.equals(nearestWorkday(date.withDayOfMonth(day)));
    }

    /** {@code FRI#3}: the nth such day of the month. */
    static DayRule nth(int dayOfWeek, int nth) {
        return date -> day(date) == dayOfWeek && (date.getDayOfMonth() + 6) / 7 == nth;
    }

    /** {@code FRIL}: the last such day of the month. */
    static DayRule last(int dayOfWeek) {
        return date -> day(date) == dayOfWeek && date.getDayOfMonth() > date.lengthOfMonth() - 7;
    }

    /** 0 for Sunday to 6. */
    static int day(LocalDate date) {
        return date.getDayOfWeek().getValue() % 7;
    }

    private static LocalDate nearestWorkday(LocalDate wanted) {
        if (wanted.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return wanted.getDayOfMonth() == 1 ? wanted.plusDays(2) : wanted.minusDays(1);
        }
        if (wanted.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return wanted.getDayOfMonth() == wanted.lengthOfMonth() ? wanted.minusDays(2) : wanted.plusDays(1);
        }
        return wanted;
    }
}
