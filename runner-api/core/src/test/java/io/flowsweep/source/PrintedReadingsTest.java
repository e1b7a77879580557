package io.flowsweep.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plan.CommandPlan.ReadPlan;
import io.flowsweep.source.PrintedReadings.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedReadingsTest {

    private static PrintedReadings readings(String name, String regex) {
        return new PrintedReadings(new ReadPlan(Map.of(name, regex), Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "val_acc=0.93|0.93",
                "Epoch done. val_acc: 9.3e-1 (best)|0.93",
                "{'loss': 1.5, 'val_acc': 0.93}|0.93",
                "12/12 - val_acc 0.93|0.93",
                "val_acc=nan|NaN",
                "val_acc = -inf|-Infinity",
                "val_acc=0.5 then val_acc=0.93|0.93",
                "val_acc=0.93, loss=1|0.93",
                "val_acc: 93%|93",
                "val_acc=5/10|5",
                "It ended with val_acc=0.93.|0.93",
                "so \u001B[1mval_acc\u001B[0m = \u001B[33m0.93\u001B[0m|0.93"
            })
    void aNameStandsBeforeItsValue(String line, double value) {
        assertThat(readings("val_acc", PrintedReadings.ofName("val_acc")).in(line))
                .extracting(Reading::value)
                .containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource({"my_val_acc=0.93", "val_acc_best=0.93", "val_acc=good", "val_acc", "top.val_acc=1"})
    void otherNamesAndTextsAreNone(String line) {
        assertThat(readings("val_acc", PrintedReadings.ofName("val_acc")).in(line))
                .isEmpty();
    }

    /** The number that each begins with is not what is meant. */
    @ParameterizedTest
    @ValueSource(strings = {"12,5", "1,234.5", "0.5s", "1_000", "0x10", "2.1.3", "12:30", "1e5k"})
    void whatOnlyBeginsWithANumberIsNone(String text) {
        assertThat(readings("val_acc", PrintedReadings.ofName("val_acc")).in("val_acc=" + text))
                .isEmpty();
    }

    @Test
    void thePositionIsTheStepTheEpochOrTheCount() {
        PrintedReadings readings = readings("loss", PrintedReadings.ofName("loss"));
        assertThat(readings.in("Epoch 7/10, loss=3")).containsExactly(new Reading("loss", 7, 3));
        assertThat(readings.in("step=40 loss=2")).containsExactly(new Reading("loss", 40, 2));
        assertThat(readings.in("loss=1")).containsExactly(new Reading("loss", 3, 1));
    }

    @Test
    void aPatternMayHaveAGroupForThePosition() {
        PrintedReadings readings = readings("loss", "^\\[(?<step>\\d+)] L(?<value>\\S+)");
        assertThat(readings.in("[12] L0.5")).containsExactly(new Reading("loss", 12, 0.5));
        assertThat(readings.in("[13] Lost")).isEmpty();
    }
}
