package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.codec.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class BenchTest {

    @TempDir
    Path folder;

    @Test
    void measuresAnExecutorBesideABareJvm() throws IOException {
        Result result = CommandLineProcess.run(
                folder, "bench", "--scale", "0.01", "--only", "worker,hello-world JVM", "--python", "none", "--json");

        assertThat(result.err()).isEmpty();
        List<Map<String, Object>> rows =
                result.lines().stream().map(Json::parseObject).toList();
        assertThat(rows).extracting(row -> row.get("name")).containsExactly("hello-world JVM", "worker");
        assertThat(rows).allSatisfy(row -> {
            assertThat(((Number) row.get("first")).doubleValue()).isPositive();
            assertThat(((Number) row.get("perSecond")).doubleValue()).isPositive();
            assertThat(row).containsKey("timesHello").doesNotContainKey("timesMetaflow");
        });
        assertThat(rows.get(1).get("variants")).isEqualTo(10L);
    }

    @Test
    void measuresTheDriverAsSweepsGrow() throws IOException {
        Result result = CommandLineProcess.run(
                folder, "bench", "--driver", "4,8", "--scale", "0.001", "--python", "none", "--json");

        assertThat(result.err()).isEmpty();
        List<Map<String, Object>> rows =
                result.lines().stream().map(Json::parseObject).toList();
        assertThat(rows).extracting(row -> row.get("variants")).containsExactly(4L, 8L, 12L);
        assertThat(rows.subList(0, 2)).allSatisfy(row -> {
            assertThat((Long) row.get("files")).isBetween(2L, 3L);
            assertThat(List.of("start", "perSecond", "cpuMillis", "resume"))
                    .allSatisfy(key ->
                            assertThat(((Number) row.get(key)).doubleValue()).isPositive());
        });
        assertThat(rows.get(2).get("name")).isEqualTo("inline");
    }

    @Test
    void namesWhoCanTakePart() throws IOException {
        Result result = CommandLineProcess.run(folder, "bench", "--only", "procces", "--python", "no-such-python");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("nobody called \"procces\"").contains("Did you mean \"process\"?");
    }
}
