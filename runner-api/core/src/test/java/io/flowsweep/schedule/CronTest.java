package io.flowsweep.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

    private static final LocalDateTime AFTER = LocalDateTime.parse("2026-11-25T10:00");

    private static String next(String cron) {
        return Cron.parse(cron, "").next(AFTER).map(LocalDateTime::toString).orElse("never");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 6 * * MON-FRI     | 2026-11-26T06:30",
                "0 0 * * 7            | 2026-11-29T00:00",
                "0 0 * * 5-7          | 2026-11-27T00:00",
                "0 12 13 * fri        | 2026-11-27T12:00",
                "*/20 * * * *         | 2026-11-25T10:20",
                "@monthly             | 2026-12-01T00:00",
                "0 8 ? * MON-FRI *    | 2026-11-26T08:00",
                "15 10 * * ? *        | 2026-11-25T10:15",
                "0 15 10 ? * 6L       | 2026-11-27T10:15",
                "0 0 12 LW * ?        | 2026-11-30T12:00",
                "0 0 12 ? * MON#1     | 2026-12-07T12:00",
                "0/5 * * * * ?        | 2026-11-25T10:00:05",
                "0 0 12 * * ? 2028    | 2028-01-01T12:00",
                "0 0 29 2 *           | 2028-02-29T00:00",
                "0 0 29 2 MON#1       | refused",
                "0 0 30 2 *           | never",
                "0 0 31 2,4,6,9,11 *  | never",
                "0 0 12 * * ? 2020    | never"
            })
    void findsTheNextTime(String cron, String expected) {
        if (expected.equals("refused")) {
            assertThatThrownBy(() -> Cron.parse(cron, "")).isInstanceOf(InvalidInputException.class);
        } else {
            assertThat(next(cron)).isEqualTo(expected);
        }
    }

    @Test
    void findsALeapDayOnOneDayOfTheWeek() {
        assertThat(Cron.parse("0 0 0 29 2 ?", "").next(AFTER)).contains(LocalDateTime.parse("2028-02-29T00:00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0 25 * * *    | the hour is 0 to 23, but got \"25\"                              | 2",
                "0 0 * * MOO   | the day of week is 0 to 7, or SUN to SAT, but got \"MOO\"        | 8",
                "0 0 1,40 * *  | the day of month is 1 to 31, but got \"40\"                      | 6",
                "0 0 * JANU *  | the month is 1 to 12, or JAN to DEC, but got \"JANU\"            | 6",
                "*/0 * * * *   | a step is a whole number of at least 1, but got \"0\"            | 2",
                "0 22-2 * * *  | the range 22-2 of the hour ends before it begins                 | 2",
                "0 0 ? * MON#12345 * | the day of week is 1 to 7, or SUN to SAT, but got \"MON#12345\" | 8",
                "1,,2 * * * *  | an item of the minute is empty                                   | 2",
                "0 0 0 31W * ? | the number must be 1 to 28, but got 31                           | 6"
            })
    void pointsAtTheFieldThatIsWrong(String cron, String what, int at) {
        assertThatThrownBy(() -> Cron.parse(cron, "F @Schedule"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("F @Schedule: " + what + "\n    " + cron + "\n    " + " ".repeat(at) + "^");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 1 * *", "0 0 0 * * *", "* * * * * * * *", "@dayly", "a b c d e"})
    void refusesWhatIsNone(String cron) {
        assertThatThrownBy(() -> Cron.parse(cron, "")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void saysHowSixFieldsAreToldApart() {
        assertThatThrownBy(() -> Cron.parse("0 0 12 * * *", ""))
                .hasMessageContaining("six fields may begin with seconds (Quartz) or end with a year (AWS)")
                .hasMessageContaining("Write ?");
    }

    @Test
    void namesTheWordThatWasMeant() {
        assertThatThrownBy(() -> Cron.parse("@dayly", "")).hasMessageContaining("Did you mean \"@daily\"?");
    }

    @Test
    void namesTheTimeZoneThatWasMeant() {
        assertThatThrownBy(() -> TimeZones.of("Europe/Berlln", "F @Schedule"))
                .hasMessage("F @Schedule: there is no time zone \"Europe/Berlln\". Did you mean \"Europe/Berlin\"?");
    }
}
