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

    @Test
    void aPathIsCutBetweenItsSegments() {
        assertThat(Texts.cutMiddle("../examples/flows/MatMul.java", 20)).isEqualTo("…/flows/MatMul.java");
        assertThat(Texts.cutMiddle("../examples/metaflow/matmul.py", 19)).isEqualTo("…/matmul.py");
        assertThat(Texts.cutMiddle("a/averylongnamethatdoesnotfit.py", 10)).isEqualTo("a/a…fit.py");
        assertThat(Texts.cutMiddle("rate of images / second and more", 12)).isEqualTo("rat…and more");
    }
}
