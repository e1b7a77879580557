package io.flowsweep.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaretTest {

    @Test
    void pointsIntoTheLineOfThePlace() {
        assertThat(Caret.problem("no x", "a\nb x c\nd", 4, "f.conf:3", "Remove it."))
                .hasToString("f.conf:3: no x\n    b x c\n      ^\n    Remove it.");
        assertThat(Caret.problem("no end", "abc", 3, "", "")).hasToString("no end\n    abc\n       ^");
        assertThat(Caret.problem("empty", "", 0, "", "")).hasToString("empty\n    \n    ^");
    }

    @Test
    void cutsALongLineAroundThePlace() {
        String text = "a".repeat(500) + "X" + "b".repeat(500);
        String[] lines = Caret.problem("no x", text, 500, "", "").toString().split("\n");
        assertThat(lines[1]).hasSizeLessThan(110);
        assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('X');
    }
}
