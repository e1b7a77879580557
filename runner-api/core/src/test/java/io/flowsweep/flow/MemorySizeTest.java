package io.flowsweep.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 GiB",
        "1, 1 MiB",
        "128000000, 122 MiB",
        "536870912, 512 MiB",
        "1073741824, 1 GiB",
        "1073741825, 1 GiB",
        "25769803781, 24 GiB",
        "16000000000, 14.9 GiB"
    })
    void peopleReadThemInWholeMebibytesOrInGibibytes(long bytes, String text) {
        assertThat(MemorySize.text(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "16GB, 16000000000, 16GB",
        "512MiB, 536870912, 512MiB",
        "512 mib, 536870912, 512MiB",
        "4000, 4194304000, 4000MiB",
        "1g, 1073741824, 1GiB",
        "1.5GiB, 1610612736, 1536MiB",
        "1kB, 1000, 1kB",
        "1K, 1024, 1KiB",
        "1023B, 1023, 1023B",
        "2TB, 2000000000000, 2TB",
        "9223372036854775807B, 9223372036854775807, 9223372036854775807B"
    })
    void amountsAreReadAndWrittenShort(String text, long bytes, String shortest) {
        MemorySize size = MemorySize.parse(text);
        assertThat(size.bytes()).isEqualTo(bytes);
        assertThat(size).hasToString(shortest);
        assertThat(MemorySize.parse(size.toString())).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GB", "-1GB", "0", "1.5B", "4 QB", "9223372036854775808B", "1e3", "99999999999TB"})
    void whatIsNoAmountIsRefusedWithTheForms(String text) {
        assertThatThrownBy(() -> MemorySize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("16GB");
    }
}
