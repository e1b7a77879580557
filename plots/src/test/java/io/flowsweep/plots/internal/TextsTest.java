package io.flowsweep.plots.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void aWideCharacterTakesTwoColumnsAndAnAccentNone() {
        assertThat(Texts.width("行列")).isEqualTo(4);
        assertThat(Texts.width("e\u0301cole")).isEqualTo(5);
        assertThat(Texts.width("m²×3")).isEqualTo(4);
    }

    @Test
    void isCutWhereTheColumnsEnd() {
        assertThat(Texts.cutEnd("行列の積", 8)).isEqualTo("行列の積");
        assertThat(Texts.cutEnd("行列の積", 7)).isEqualTo("行列の…");
        assertThat(Texts.cutEnd("行列の積", 6)).isEqualTo("行列…");
        assertThat(Texts.cutEnd("e\u0301cole", 4)).isEqualTo("e\u0301co…");
        assertThat(Texts.cutEnd("行列", 1)).isEqualTo("…");
    }
}
