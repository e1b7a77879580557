package io.flowsweep.runtime.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.codec.CodecException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrimitiveArraysTest {

    static Stream<Object> arrays() {
        return Stream.of(
                new double[] {1.5, Double.NaN, -0.0},
                new float[][] {{1, 2}, {3, 4}, {5, 6}},
                new long[][][] {{{1}, {2}}, {{3}, {Long.MIN_VALUE}}},
                new int[] {},
                new short[] {1},
                new char[] {'ä'},
                new byte[][] {{1, -1}},
                new boolean[] {true, false},
                new double[0][0]);
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void comeBackBitForBit(Object array) {
        byte[] content = PrimitiveArrays.encode("a", array);

        assertThat(PrimitiveArrays.decode(content, array.getClass())).isEqualTo(array);
    }

    @Test
    void beginWithALineThatSaysTheirShape() {
        String content =
                new String(PrimitiveArrays.encode("a", new double[3][4]), java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(content.lines().findFirst().orElseThrow())
                .contains("\"shape\":[3,4]")
                .contains("\"element\":\"double\"");
    }

    @Test
    void showAsPlainLists() {
        assertThat(PrimitiveArrays.plain(PrimitiveArrays.encode("a", new int[][] {{1, 2}})))
                .isEqualTo(List.of(List.of(1L, 2L)));
    }

    @Test
    void areRefusedWhenRagged() {
        assertThatThrownBy(() -> PrimitiveArrays.encode("weights", new double[][] {{1}, {1, 2}}))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("the array of artifact weights is ragged");
    }

    @Test
    void areRefusedAsAnotherType() {
        byte[] content = PrimitiveArrays.encode("a", new double[2]);

        assertThatThrownBy(() -> PrimitiveArrays.decode(content, float[].class))
                .hasMessage("expected float[], got an array of double with shape [2]");
    }
}
