package io.flowsweep.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "dbPassword",
                "API_KEY",
                "api-key",
                "apiKey",
                "auth.token",
                "client_secret",
                "credentials"
            })
    void areKnownByTheirKeysInEverySpelling(String key) {
        assertThat(Secrets.isSecret(key, "x")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "pass", "cpu", "learning_rate"})
    void areNotSeenWhereThereAreNone(String key) {
        assertThat(Secrets.isSecret(key, "x")).isFalse();
    }

    @Test
    void areNoCounts() {
        assertThat(Secrets.isSecret("max_tokens", 512L)).isFalse();
        assertThat(Secrets.isSecret("max_tokens", "abc")).isTrue();
        assertThat(Secrets.isSecret("secret_tokens", 512L)).isTrue();
    }

    @Test
    void areMaskedWhereverTheyStand() {
        Object masked = Secrets.masked(Map.of("a", List.of(Map.of("token", "x", "b", 1L)), "secret", Map.of("c", 2L)));

        assertThat(masked).isEqualTo(Map.of("a", List.of(Map.of("token", "***", "b", 1L)), "secret", "***"));
    }

    @Test
    void areFoundBesideLongTexts() {
        String prompt = "prompt = \"" + "a \\\" b ".repeat(50_000) + "\"\n";

        assertThat(Secrets.maskedText(prompt + "token = \"x\"")).isEqualTo(prompt + "token = ***");
    }

    @Test
    void areInUrlsUnderAnyKey() {
        String url = "https://me:hush@example.org/simple";

        assertThat(Secrets.masked(Map.of("index", List.of(url))))
                .isEqualTo(Map.of("index", List.of("https://***@example.org/simple")));
        assertThat(Secrets.maskedText("index = \"" + url + "\""))
                .isEqualTo("index = \"https://***@example.org/simple\"");
        assertThat(Secrets.maskedUrls(Map.of("token", "x", "a", url)))
                .isEqualTo(Map.of("token", "x", "a", "https://***@example.org/simple"));
        assertThat(Secrets.maskedUrls("write to me@example.org, see https://example.org"))
                .isEqualTo("write to me@example.org, see https://example.org");
    }

    @Test
    void inATextWhatStandsBehindTheirKeyIsMasked() {
        assertThat(Secrets.maskedText("""
                a = 1
                +password = "x \\" y" # old
                  "api_key": abc, b: 2
                max_tokens = 512
                db { token = t1, user = u }
                """)).isEqualTo("""
                        a = 1
                        +password = *** # old
                          "api_key": ***, b: 2
                        max_tokens = 512
                        db { token = ***, user = u }
                        """);
    }
}
