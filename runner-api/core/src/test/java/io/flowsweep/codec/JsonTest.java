package io.flowsweep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":[true,null,\"x\",-1.5]}",
                "[]",
                "\"\\u0000\\n\"",
                "9223372036854775807",
                "1.0E300",
                "{\"deep\":{\"er\":{}}}"
            })
    void whatIsReadIsWrittenTheSame(String text) {
        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void wholeNumbersBeyondALongKeepTheirValue() {
        assertThat(Json.parse("92233720368547758070")).isEqualTo(new BigInteger("92233720368547758070"));
    }

    @Test
    void faultsAreToldWithTheirPlace() {
        assertThatThrownBy(() -> Json.parse("{\"a\": }"))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("line 1, column");
        assertThatThrownBy(() -> Json.parse("1 2")).hasMessageContaining("text follows");
        assertThatThrownBy(() -> Json.parse("")).hasMessageContaining("got nothing");
        assertThatThrownBy(() -> Json.parseObject("[1]")).hasMessage("expected a JSON object");
    }

    @Test
    void textsOfAnyLengthComeBack() {
        String long1 = "x".repeat(20_000_001);

        assertThat(Json.parse(Json.write(long1)).equals(long1)).isTrue();
    }

    @Test
    void numbersOfOtherKindsAreRefusedRatherThanCutOff() {
        assertThatThrownBy(() -> Json.write(new BigDecimal("0.5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BigDecimal");
    }
}
