package io.flowsweep.executor.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.executor.admission.Machine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorTest {

    private static final Machine LAPTOP = new Machine(2, 8L << 30);

    @Test
    void isThatOfTheWholeMachine() {
        assertThat(Collector.flags(LAPTOP, List.of("-Xms1g", ""))).containsExactly("-XX:+UseG1GC");
        assertThat(Collector.flags(new Machine(1, 8L << 30), List.of())).isEmpty();
        assertThat(Collector.flags(new Machine(2, 1L << 30), List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseSerialGC",
                "-Xms1g -XX:+UseZGC -Da=b",
                "-XX:Flags=settings",
                "-XX:VMOptionsFile=options",
                "@arguments"
            })
    void isLeftToWhoNamesOne(String options) {
        assertThat(Collector.flags(LAPTOP, List.of("-Xms1g", options))).isEmpty();
    }

    @Test
    void mayBeNamedInAVariable() {
        assertThat(Collector.flags(List.of(), Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC")))
                .isEmpty();
    }
}
