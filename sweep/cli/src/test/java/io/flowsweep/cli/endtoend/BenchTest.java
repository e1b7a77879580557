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
    void namesWhoCanTakePart() throws IOException {
        Result result = CommandLineProcess.run(folder, "bench", "--only", "procces", "--python", "no-such-python");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("nobody called \"procces\"").contains("Did you mean \"process\"?");
    }
}
