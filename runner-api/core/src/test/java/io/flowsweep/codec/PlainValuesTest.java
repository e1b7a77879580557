package io.flowsweep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainValuesTest {

    @Test
    void equalNumbersAreOneValue() {
        for (Object one : List.of(1, 1L, 1.0, 1f, (short) 1, new BigDecimal("1.00"), BigInteger.ONE)) {
            assertThat(PlainValues.canonical(one)).isEqualTo(1L);
        }
        assertThat(PlainValues.canonical(-0.0)).isEqualTo(0L);
        assertThat(PlainValues.canonical(0.1f)).isEqualTo(0.1);
        assertThat(PlainValues.canonical(new BigDecimal("0.25"))).isEqualTo(0.25);
    }

    @Test
    void whatDoesNotFitALongStaysADouble() {
        assertThat(PlainValues.canonical(1e300)).isEqualTo(1e300);
        assertThat(PlainValues.canonical(0x1p63)).isEqualTo(0x1p63);
        assertThat(PlainValues.canonical(-0x1p62)).isEqualTo(-(1L << 62));
        assertThat(PlainValues.canonical(BigInteger.ONE.shiftLeft(70))).isEqualTo(0x1p70);
        assertThat(PlainValues.canonical(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(PlainValues.canonical(Double.NaN)).isEqualTo(Double.NaN);
    }

    @Test
    void keysAreSortedAndNullsKept() {
        Map<String, Object> map = new HashMap<>();
        map.put("b", null);
        map.put("a", List.of(Map.of("x", 2.0)));
        assertThat(PlainValues.canonical(map)).hasToString("{a=[{x=2}], b=null}");
    }

    @Test
    void otherTypesAreRefused() {
        assertThatThrownBy(() -> PlainValues.canonical(new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlainValues.canonical(Map.of(1, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textIsShortAndExact() {
        assertThat(PlainValues.text(0.001)).isEqualTo("0.001");
        assertThat(PlainValues.text(1e-9)).isEqualTo("0.000000001");
        assertThat(PlainValues.text(1.5e-12)).isEqualTo("1.5e-12");
        assertThat(PlainValues.text(1e300)).isEqualTo("1e300");
        assertThat(PlainValues.text(7L)).isEqualTo("7");
        assertThat(PlainValues.text("a b")).isEqualTo("a b");
        assertThat(PlainValues.text(null)).isEqualTo("null");
        assertThat(PlainValues.text(List.of(1L, "x"))).isEqualTo("[1,\"x\"]");
    }

    @Test
    void aCopyKeepsTheKindOfNumbersAndTheOrderOfKeys() {
        assertThat(PlainValues.copy(new LinkedHashMap<>(Map.of("b", List.of(1.0, 2, 0.1f)))))
                .isEqualTo(Map.of("b", List.of(1.0, 2L, 0.1)));
        assertThatThrownBy(() -> PlainValues.copy(Map.of("a", List.of(new Object()))))
                .isInstanceOf(CodecException.class)
                .hasMessage("a.[0]: a value of type java.lang.Object has no JSON form");
    }
}
