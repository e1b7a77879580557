package io.flowsweep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** What faults there are, and where: each text with a part of its message. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": }|expected a value, got '}' (line 1, column 7)",
                "{\"a\" 1}|expected a colon after the key, got '1' (line 1, column 6)",
                "{a: 1}|expected a key in quotes, got 'a' (line 1, column 2)",
                "{\"a\": 1,}|expected a key in quotes, got '}'",
                "[1 2]|expected a comma or ], got '2'",
                "[1,]|expected a value, got ']'",
                "[|the text ends too early (line 1, column 2)",
                "\"abc|the text ends too early",
                "\"\\x\"|expected an escape",
                "\"\\u12G4\"|expected four hexadecimal digits after \\u, got 'G'",
                "tru|expected a value, got 't'",
                "01|a number has no zeros before its digits",
                "1.|the text ends too early",
                "1.e5|expected a digit, got 'e'",
                "-x|expected a digit, got 'x'",
                "+1|expected a value, got '+'",
                "NaN|expected a value, got 'N'",
            })
    void aFaultIsToldWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("not JSON: ")
                .hasMessageContaining(message);
    }

    @Test
    void thePlaceOfAFaultHasItsLine() {
        assertThatThrownBy(() -> Json.parse("{\n  \"a\": 1,\n  \"b\": x\n}"))
                .hasMessageContaining("(line 3, column 8)");
        assertThatThrownBy(() -> Json.parse("\"a\nb\"")).hasMessageContaining("control character");
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        assertThat(Json.parse("[".repeat(1000) + "]".repeat(1000))).isInstanceOf(List.class);
        assertThatThrownBy(() -> Json.parse("[".repeat(1001))).hasMessageContaining("more than 1000 deep");
        assertThatThrownBy(() -> Json.parse("1".repeat(1001))).hasMessageContaining("more than 1000 digits");
    }

    /** Against a reader and a writer that everybody uses. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsAndWritesAsJacksonDoes(long seed) throws IOException {
        RandomJson random = new RandomJson(seed);
        ObjectMapper jackson = new ObjectMapper();
        for (int i = 0; i < 500; i++) {
            Object plain = random.value(4);
            String written = Json.write(plain);
            String spread = jackson.writerWithDefaultPrettyPrinter().writeValueAsString(plain);

            assertThat(written).as("seed %d", seed).isEqualTo(jackson.writeValueAsString(plain));
            assertThat(Json.parse(written)).as("seed %d", seed).isEqualTo(plain);
            assertThat(Json.parse(spread)).as("seed %d: %s", seed, spread).isEqualTo(plain);
            assertThat(Json.parse(random.escaped(written)))
                    .as("seed %d: %s", seed, written)
                    .isEqualTo(plain);
        }
    }

    /** Whatever is broken in a text, the answer is a fault with a place, or what Jackson reads of it. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void readsABrokenTextAsJacksonDoes(long seed) {
        RandomJson random = new RandomJson(seed);
        ObjectMapper jackson = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        for (int i = 0; i < 2000; i++) {
            String broken = random.broken(Json.write(random.value(3)));
            Object expected;
            try {
                expected = PlainValues.copy(jackson.readValue(broken, Object.class));
            } catch (JsonProcessingException e) {
                expected = CodecException.class;
            }
            Object actual;
            try {
                actual = Json.parse(broken);
            } catch (CodecException e) {
                actual = CodecException.class;
            }
            assertThat(actual).as("seed %d: %s", seed, broken).isEqualTo(expected);
        }
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
