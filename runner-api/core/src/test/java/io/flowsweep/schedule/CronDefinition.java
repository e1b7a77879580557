package io.flowsweep.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a cron means, written from the manual of crontab and of Quartz with nothing in common with {@link Cron}: it looks at each
 * time by itself, never for the next.
 */
public final class CronDefinition {

    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private final boolean[] seconds;
    private final boolean[] minutes;
    private final boolean[] hours;
    private final boolean[] months;
    private final String dayOfMonth;
    private final String dayOfWeek;
    private final boolean quartz;
    private final Map<LocalDate, Boolean> days = new HashMap<>();

    /** @param cron five fields of crontab, or six of Quartz, without names of months */
    public CronDefinition(String cron) {
        String[] fields = cron.split(" ");
        quartz = fields.length == 6;
        int at = quartz ? 1 : 0;
        seconds = all(quartz ? fields[0] : "0", 0, 59);
        minutes = all(fields[at], 0, 59);
        hours = all(fields[at + 1], 0, 23);
        dayOfMonth = fields[at + 2];
        months = all(fields[at + 3], 1, 12);
        dayOfWeek = fields[at + 4];
    }

    private static boolean[] all(String field, int least, int most) {
        boolean[] named = new boolean[most + 1];
        for (int value = least; value <= most; value++) {
            named[value] = named(field, value, least, most);
        }
        return named;
    }

    /** A moment, and what the clocks show then. */
    public record Moment(Instant instant, LocalDateTime local) {}

    /** Every local time of a span, and what the clocks show at every instant of it, in steps of seconds. */
    public record Span(LocalDateTime begin, LocalDateTime end, int step, ZoneId zone) {

        public List<LocalDateTime> localTimes() {
            long count = Duration.between(begin, end).getSeconds() / step;
            return IntStream.range(0, (int) count)
                    .mapToObj(i -> begin.plusSeconds((long) i * step))
                    .toList();
        }

        public List<Moment> moments() {
            Instant first = begin.atZone(zone).toInstant();
            Instant last = end.atZone(zone).toInstant();
            long count = Duration.between(first, last).getSeconds() / step;
            return IntStream.range(0, (int) count)
                    .mapToObj(i -> first.plusSeconds((long) i * step))
                    .map(i -> new Moment(i, i.atZone(zone).toLocalDateTime()))
                    .toList();
        }
    }

    /** All firings in a span, by the rule for daylight saving that {@link Timetable} states. */
    public List<Instant> firings(List<LocalDateTime> localTimes, List<Moment> moments) {
        TreeSet<Instant> firings = new TreeSet<>();
        if (IntStream.range(0, 24).allMatch(h -> hours[h])) {
            moments.stream().filter(m -> names(m.local())).forEach(m -> firings.add(m.instant()));
            return List.copyOf(firings);
        }
        int at = 0;
        for (LocalDateTime local : localTimes) {
            // the first moment at which the clocks show this time, or have left it behind
            while (at < moments.size() && moments.get(at).local().isBefore(local)) {
                at++;
            }
            if (at < moments.size() && names(local)) {
                firings.add(moments.get(at).instant());
            }
        }
        return List.copyOf(firings);
    }

    private boolean names(LocalDateTime time) {
        return seconds[time.getSecond()]
                && minutes[time.getMinute()]
                && hours[time.getHour()]
                && months[time.getMonthValue()]
                && days.computeIfAbsent(time.toLocalDate(), this::namesDay);
    }

    private boolean namesDay(LocalDate date) {
        boolean ofMonth = Arrays.stream(dayOfMonth.split(",")).anyMatch(item -> isDayOfMonth(item, date));
        boolean ofWeek = Arrays.stream(dayOfWeek.split(",")).anyMatch(item -> isDayOfWeek(item, date));
        boolean either = !dayOfMonth.matches("[*?]") && !dayOfWeek.matches("[*?]");
        return either ? ofMonth || ofWeek : ofMonth && ofWeek;
    }

    private boolean isDayOfMonth(String item, LocalDate date) {
        int last = date.lengthOfMonth();
        int day = date.getDayOfMonth();
        if (item.equals("LW")) {
            return day == nearestWorkday(date, last);
        }
        if (item.startsWith("L")) {
            return day == last - (item.length() > 1 ? Integer.parseInt(item.substring(2)) : 0);
        }
        if (item.endsWith("W")) {
            return day == nearestWorkday(date, Integer.parseInt(item.substring(0, item.length() - 1)));
        }
        return item.equals("?") || named(item, day, 1, 31);
    }

    /** Of all workdays of the month the one with the least distance. */
    private static int nearestWorkday(LocalDate month, int wanted) {
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .filter(d -> !List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                        .contains(month.withDayOfMonth(d).getDayOfWeek()))
                .boxed()
                .min((a, b) -> Integer.compare(Math.abs(a - wanted), Math.abs(b - wanted)))
                .orElseThrow();
    }

    private boolean isDayOfWeek(String item, LocalDate date) {
        int day = date.getDayOfWeek().getValue() % 7; // 0 for Sunday
        if (item.contains("#")) {
            String[] parts = item.split("#");
            return day == number(parts[0]) && (date.getDayOfMonth() - 1) / 7 + 1 == Integer.parseInt(parts[1]);
        }
        if (item.endsWith("L")) {
            return day == number(item.substring(0, item.length() - 1))
                    && date.plusDays(7).getMonth() != date.getMonth();
        }
        if (item.equals("?")) {
            return true;
        }
        return quartz ? named(item, day + 1, 1, 7) : named(item, day, 0, 6) || day == 0 && named(item, 7, 0, 7);
    }

    private int number(String day) {
        return DAYS.contains(day) ? DAYS.indexOf(day) : (Integer.parseInt(day) - (quartz ? 1 : 0)) % 7;
    }

    private static boolean named(String field, int value, int least, int most) {
        return Arrays.stream(field.split(",")).anyMatch(item -> {
            String[] parts = item.split("/");
            int step = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
            String[] ends = parts[0].equals("*") ? new String[] {"" + least, "" + most} : parts[0].split("-");
            int first = value(ends[0]);
            int last = ends.length > 1 ? value(ends[1]) : parts.length > 1 ? most : first;
            return value >= first && value <= last && (value - first) % step == 0;
        });
    }

    private static int value(String text) {
        return DAYS.contains(text) ? DAYS.indexOf(text) : Integer.parseInt(text);
    }
}
