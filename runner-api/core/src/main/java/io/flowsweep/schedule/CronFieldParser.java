package io.flowsweep.schedule;

import io.flowsweep.errors.Caret;
import io.flowsweep.errors.InvalidInputException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one field of a cron. */
final class CronFieldParser {

    private static final int LAST_DAY_OF_ALL_MONTHS = 28;
    private static final Pattern BEFORE_LAST = Pattern.compile("L(?:-([0-9]{1,2}))?");
    private static final Pattern WORKDAY = Pattern.compile("([0-9]{1,2})W");
    private static final Pattern NTH = Pattern.compile("([0-9A-Z]+)#([0-9]{1,4})");
    private static final Pattern LAST = Pattern.compile("([0-9A-Z]+)L");

    private final CronField field;
    private final String cron;
    private final String where;
    private final boolean quartz;
    private final BitSet values = new BitSet();
    private final List<DayRule> rules = new ArrayList<>();

    /**
     * @param cron the whole text, for errors
     * @param where it stands
     * @param quartz whether days may be named by {@code ? L W #}
     */
    CronFieldParser(CronField field, String cron, String where, boolean quartz) {
        this.field = field;
        this.cron = cron;
        this.where = where;
        this.quartz = quartz;
    }

    /**
     * @param text the field
     * @param at where it begins in the cron
     * @throws InvalidInputException with the place in the cron
     */
    CronValues parse(String text, int at) {
        int start = at;
        for (String item : text.split(",", -1)) {
            parseItem(item, start);
            start += item.length() + 1;
        }
        return new CronValues(values, rules, !text.equals("*") && !text.equals("?"));
    }

    private void parseItem(String item, int at) {
        if (item.isEmpty()) {
            throw refused("an item of the " + field.label + " is empty", at, "");
        }
        if (isDay() && parseRule(item.toUpperCase(Locale.ROOT), at)) {
            return;
        }
        int slash = item.indexOf('/');
        String range = slash < 0 ? item : item.substring(0, slash);
        int step = slash < 0 ? 1 : step(item.substring(slash + 1), at + slash + 1);
        int dash = range.indexOf('-');
        int first;
        int last;
        if (range.equals("*") || range.equals("?") && isDay() && quartz) {
            first = field.least;
            last = field == CronField.DAY_OF_WEEK ? field.most - 1 : field.most;
        } else if (dash > 0) {
            first = value(range.substring(0, dash), at);
            last = value(range.substring(dash + 1), at + dash + 1);
        } else {
            first = value(range, at);
            last = slash < 0 ? first : field.most;
        }
        if (first > last) {
            throw refused(
                    "the range " + range + " of the " + field.label + " ends before it begins",
                    at,
                    "Write it as two: " + range.substring(0, dash) + "-" + field.most + "," + field.least + "-"
                            + range.substring(dash + 1) + ".");
        }
        for (int value = first; value <= last; value += step) {
            values.set(field.normal(value));
        }
    }

    private boolean isDay() {
        return field == CronField.DAY_OF_MONTH || field.isDayOfWeek();
    }

    /** Whether it is one of Quartz's own forms. */
    private boolean parseRule(String item, int at) {
        return quartz && (field == CronField.DAY_OF_MONTH ? parseRuleOfMonth(item, at) : parseRuleOfWeek(item, at));
    }

    private boolean parseRuleOfMonth(String item, int at) {
        Matcher beforeLast = BEFORE_LAST.matcher(item);
        Matcher workday = WORKDAY.matcher(item);
        if (item.equals("LW")) {
            rules.add(DayRule.lastWorkday());
        } else if (beforeLast.matches()) {
            rules.add(DayRule.beforeLast(
                    beforeLast.group(1) == null
                            ? 0
                            : number(beforeLast.group(1), 0, CronField.DAY_OF_MONTH.most - 1, at + 2)));
        } else if (workday.matches()) {
            rules.add(DayRule.workdayNearest(number(workday.group(1), 1, LAST_DAY_OF_ALL_MONTHS, at)));
        } else {
            return false;
        }
        return true;
    }

    private boolean parseRuleOfWeek(String item, int at) {
        Matcher nth = NTH.matcher(item);
        Matcher last = LAST.matcher(item);
        if (item.equals("L")) {
            values.set(field.normal(field.most));
        } else if (nth.matches()) {
            int day = field.normal(value(nth.group(1), at));
            rules.add(DayRule.nth(day, number(nth.group(2), 1, 5, at + nth.start(2))));
        } else if (last.matches()) {
            rules.add(DayRule.last(field.normal(value(last.group(1), at))));
        } else {
            return false;
        }
        return true;
    }

    private int number(String text, int least, int most, int at) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw refused("the number must be " + least + " to " + most + ", but got " + text, at, "");
        }
        return number;
    }

    private int step(String text, int at) {
        int step = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (step < 1) {
            throw refused("a step is a whole number of at least 1, but got \"" + text + "\"", at, "");
        }
        return step;
    }

    private int value(String text, int at) {
        int value = field.value(text);
        if (value < field.least || value > field.most) {
            String cure = text.equals("?") ? "Write * for any." : "";
            throw refused("the " + field.label + " is " + field.range() + ", but got \"" + text + "\"", at, cure);
        }
        return value;
    }

    private InvalidInputException refused(String what, int at, String cure) {
        return new InvalidInputException(Caret.problem(what, cron, at, where, cure));
    }
}
