package io.flowsweep.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyStyleTest {

    @ParameterizedTest
    @CsvSource({
        "learning_rate, learning_rate",
        "learning-rate, learning_rate",
        "learningRate, learning_rate",
        "LearningRate, learning_rate",
        "LEARNING_RATE, learning_rate",
        "maxHTTPRetries, max_http_retries",
        "layer2Size, layer2_size",
        "conv2D, conv2d",
        "_private, _private",
        "x, x",
        "'', ''"
    })
    void everySpellingHasOneCanonicalForm(String key, String canonical) {
        assertThat(KeyStyle.canonical(key)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"learning-rate, learningRate, true", "dim, dims, false", "a_b, ab, false"})
    void spellingsOfOneKeyAreTheSame(String a, String b, boolean same) {
        assertThat(KeyStyle.same(a, b)).isEqualTo(same);
    }
}
