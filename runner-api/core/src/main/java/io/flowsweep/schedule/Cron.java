package io.flowsweep.schedule;

import io.flowsweep.errors.Caret;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The local times that a cron names. Immutable and thread-safe.
 *
 * <p><b>Forms.</b> Five fields as POSIX crontab has them (minute, hour, day of month, month, day of week with 0 and 7 for Sunday);
 * six as AWS has them (a year at the end) or Quartz (seconds in front), told apart by where the {@code ?} stands that both ask
 * for in one of the days; seven as Quartz has them with a year. In the last three 1 is Sunday, and days may be named by
 * {@code L W #}. A word such as {@code @daily} stands for five fields.
 *
 * <p><b>Days.</b> As POSIX has it: when both day of month and day of week are anything but {@code *}, a day needs to be named by
 * one of them only.
 */
public final class Cron {

    private static final Pattern FIELD = Pattern.compile("\\S+");

    private static final Map<String, String> WORDS = new TreeMap<>(Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * SUN",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *"));

    /** A day of February in a leap year falls on each day of the week within 40 years, even over a year such as 2100. */
    private static final int YEARS = 48;

    private static final List<CronField> CRONTAB =
            List.of(CronField.MINUTE, CronField.HOUR, CronField.DAY_OF_MONTH, CronField.MONTH, CronField.DAY_OF_WEEK);
    private static final List<CronField> AWS = List.of(
            CronField.MINUTE,
            CronField.HOUR,
            CronField.DAY_OF_MONTH,
            CronField.MONTH,
            CronField.NUMBERED_DAY_OF_WEEK,
            CronField.YEAR);
    private static final List<CronField> QUARTZ = List.of(
            CronField.SECOND,
            CronField.MINUTE,
            CronField.HOUR,
            CronField.DAY_OF_MONTH,
            CronField.MONTH,
            CronField.NUMBERED_DAY_OF_WEEK,
            CronField.YEAR);

    private final String text;
    private final Map<CronField, CronValues> fields = new EnumMap<>(CronField.class);

    private Cron(String text) {
        this.text = text;
    }

    /**
     * Reads a cron.
     *
     * @param where it stands, for errors; may be empty
     * @throws InvalidInputException when it is none, with the field that is wrong
     */
    public static Cron parse(String text, String where) {
        String spelled = text.startsWith("@") ? word(text, where) : text;
        List<MatchResult> parts = FIELD.matcher(spelled).results().toList();
        List<CronField> form = form(spelled, parts, where);
        Cron cron = new Cron(text);
        for (int i = 0; i < parts.size(); i++) {
            CronFieldParser parser = new CronFieldParser(form.get(i), spelled, where, form != CRONTAB);
            CronField field = form.get(i) == CronField.NUMBERED_DAY_OF_WEEK ? CronField.DAY_OF_WEEK : form.get(i);
            cron.fields.put(
                    field, parser.parse(parts.get(i).group(), parts.get(i).start()));
        }
        return cron;
    }

    private static String word(String text, String where) {
        String spelled = WORDS.get(text);
        if (spelled == null) {
            throw new InvalidInputException(
                    "there is no cron \"" + text + "\"", where, Suggestions.didYouMean(text, WORDS.keySet()));
        }
        return spelled;
    }

    private static List<CronField> form(String text, List<MatchResult> parts, String where) {
        List<String> fields = parts.stream().map(MatchResult::group).toList();
        return switch (fields.size()) {
            case 5 -> CRONTAB;
            case 7 -> QUARTZ;
            case 6 -> {
                if (fields.get(3).equals("?") ^ fields.get(5).equals("?")) {
                    yield QUARTZ.subList(0, 6);
                }
                if (fields.get(2).equals("?") ^ fields.get(4).equals("?")) {
                    yield AWS;
                }
                throw new InvalidInputException(
                        Caret.problem(
                                "six fields may begin with seconds (Quartz) or end with a year (AWS)",
                                text,
                                parts.get(0).start(),
                                where,
                                "Write ? for the day of month or the day of week, by which they are told apart, or five fields."));
            }
            default ->
                throw new InvalidInputException(Caret.problem(
                        "a cron has five fields (minute, hour, day of month, month, day of week), six or seven, but got "
                                + fields.size(),
                        text,
                        text.length(),
                        where,
                        ""));
        };
    }

    /**
     * The first local time after {@code after} that it names; whole seconds.
     *
     * @return empty when there is none in the 48 years that follow, that is, never
     */
    public Optional<LocalDateTime> next(LocalDateTime after) {
        LocalDateTime from = after.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        LocalDate end = from.toLocalDate().plusYears(YEARS);
        LocalTime earliest = from.toLocalTime();
        for (LocalDate date = from.toLocalDate(); date.isBefore(end); earliest = LocalTime.MIN) {
            if (!isNamed(CronField.YEAR, date.getYear()) || !isNamed(CronField.MONTH, date.getMonthValue())) {
                date = date.withDayOfMonth(1).plusMonths(1);
                continue;
            }
            if (names(date)) {
                Optional<LocalTime> time = timeFrom(earliest);
                if (time.isPresent()) {
                    return Optional.of(date.atTime(time.get()));
                }
            }
            date = date.plusDays(1);
        }
        return Optional.empty();
    }

    /** Whether it names times in every hour of the day, and so is rather about elapsed time than about the time of day. */
    public boolean isForEveryHour() {
        return fields.get(CronField.HOUR).values().cardinality() == CronField.HOUR.most + 1;
    }

    private boolean isNamed(CronField field, int value) {
        CronValues values = fields.get(field);
        return values == null || values.has(value);
    }

    private boolean names(LocalDate date) {
        CronValues ofMonth = fields.get(CronField.DAY_OF_MONTH);
        CronValues ofWeek = fields.get(CronField.DAY_OF_WEEK);
        boolean month = ofMonth.has(date.getDayOfMonth(), date);
        boolean week = ofWeek.has(DayRule.day(date), date);
        return ofMonth.restricted() && ofWeek.restricted() ? month || week : month && week;
    }

    private Optional<LocalTime> timeFrom(LocalTime earliest) {
        CronValues hours = fields.get(CronField.HOUR);
        CronValues minutes = fields.get(CronField.MINUTE);
        for (int hour = hours.from(earliest.getHour()); hour >= 0; hour = hours.from(hour + 1)) {
            int firstMinute = hour == earliest.getHour() ? earliest.getMinute() : 0;
            for (int minute = minutes.from(firstMinute); minute >= 0; minute = minutes.from(minute + 1)) {
                boolean now = hour == earliest.getHour() && minute == earliest.getMinute();
                int second = second(now ? earliest.getSecond() : 0);
                if (second >= 0) {
                    return Optional.of(LocalTime.of(hour, minute, second));
                }
            }
        }
        return Optional.empty();
    }

    /** Without the field for it, the first second of a minute. */
    private int second(int from) {
        CronValues seconds = fields.get(CronField.SECOND);
        return seconds == null ? (from == 0 ? 0 : -1) : seconds.from(from);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
