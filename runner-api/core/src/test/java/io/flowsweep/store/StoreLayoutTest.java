package io.flowsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLayoutTest {

    @Test
    void namesWhatStandsWhere() {
        assertThat(StoreLayout.runs("MatMul")).isEqualTo("flows/MatMul/runs");
        assertThat(StoreLayout.run("MatMul", "r1")).isEqualTo("flows/MatMul/runs/r1");
        assertThat(StoreLayout.runLog(StoreLayout.run("MatMul", "r1"))).isEqualTo("flows/MatMul/runs/r1/run.jsonl");
        assertThat(StoreLayout.hostLog(StoreLayout.run("MatMul", "r1"), 2))
                .isEqualTo("flows/MatMul/runs/r1/host-2.jsonl");
        assertThat(StoreLayout.hostOutput(StoreLayout.run("MatMul", "r1"), 2))
                .isEqualTo("flows/MatMul/runs/r1/host-2.out");
        assertThat(StoreLayout.compiled("ab12")).isEqualTo("compiled/ab12");
        assertThat(StoreLayout.journal("s1", 0)).isEqualTo("sweeps/s1/journal.0.jsonl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".git", "a/b", "../../etc", "a b", "Été", "a\0b", "日本"})
    void makesASafeSegmentOfAnyText(String text) {
        String segment = StoreLayout.segment(text);
        assertThat(StoreNames.check(segment)).isEqualTo(segment).matches("[A-Za-z0-9_.-]*--[0-9a-f]{16}");
        assertThat(StoreLayout.segment(segment)).isEqualTo(segment);
    }

    @Test
    void keepsDifferentTextsDifferent() {
        assertThat(StoreLayout.segment("a b")).isNotEqualTo(StoreLayout.segment("a_b"));
        assertThat(StoreLayout.segment("a b")).isNotEqualTo(StoreLayout.segment("a/b"));
        assertThat(StoreLayout.segment("x".repeat(500))).isNotEqualTo(StoreLayout.segment("x".repeat(501)));
    }

    @Test
    void boundsTheLength() {
        assertThat(StoreLayout.segment("x".repeat(120))).isEqualTo("x".repeat(120));
        assertThat(StoreLayout.segment("x".repeat(500))).hasSizeLessThanOrEqualTo(120);
    }
}
