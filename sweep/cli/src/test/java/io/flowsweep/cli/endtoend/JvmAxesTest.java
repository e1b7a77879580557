package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Java itself as an axis, from the file to the table. */
@Timeout(600)
class JvmAxesTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private List<Map<String, Object>> rows(String file, int exitCode) throws IOException {
        String store = folder.resolve("store").toString();
        CommandLineProcess.Result run =
                CommandLineProcess.run(folder, "run", file, "--store", store, "--executor", "worker");
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        return CommandLineProcess.run(folder, "results", file, "--store", store, "--json")
                .out()
                .lines()
                .map(Json::parseObject)
                .toList();
    }

    @Test
    void aJdkThatIsNoneEndsTheVariantsThatWantItAlone() throws IOException {
        Files.writeString(folder.resolve("Tells.java"), """
                import io.flowsweep.flow.*;
                public class Tells extends FlowSpec {
                    Integer version;
                    Integer fruit;
                    @Step(next = "end") void start() {
                        version = Runtime.version().feature();
                        fruit = Integer.getInteger("fruit");
                    }
                    @Step void end() {}
                }
                """);
        Files.writeString(
                folder.resolve("tells.conf"), """
                flow = Tells.java
                let { fruit = 3 }
                jvm { options = ["-Dfruit=${let.fruit}"] }
                grid { jvm.home = [%s, 99, "no/such"] }
                metrics { version { artifact = version }, fruit { artifact = fruit } }
                """.formatted(Runtime.version().feature()));

        List<Map<String, Object>> rows = rows("tells.conf", 1);

        assertThat(rows).extracting(row -> row.get("state")).containsExactly("succeeded", "skipped", "skipped");
        assertThat(rows.get(0).get("version"))
                .isEqualTo((long) Runtime.version().feature());
        assertThat(rows.get(0).get("fruit")).isEqualTo(3L);
    }

    @Test
    void theShippedSweepOfCollectorsAgreesOnItsWork() throws IOException {
        Path flows = Files.createDirectories(folder.resolve("examples/flows"));
        Files.copy(ROOT.resolve("examples/flows/Index.java"), flows.resolve("Index.java"));
        Files.writeString(
                flows.resolve("index.conf"),
                Files.readString(ROOT.resolve("examples/flows/index.conf"))
                        .replaceAll("documents = \\d+", "documents = 2000")
                        .replaceAll("updates = \\d+", "updates = 10000"));
        Files.createDirectories(folder.resolve("sweeps"));
        Files.writeString(
                folder.resolve("sweeps/collectors.conf"),
                Files.readString(ROOT.resolve("sweeps/collectors.conf"))
                        .replace("heap = [80m, 320m]", "heap = [80m]")
                        .replace("metrics {", "metrics {\n  checksum { artifact = checksum }"));

        List<Map<String, Object>> rows = rows("sweeps/collectors.conf", 0);

        assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
        assertThat(rows.stream().map(row -> row.get("checksum")).distinct()).hasSize(1);
        assertThat(folder.resolve("results/collectors/latest/charts")).isDirectoryContaining("glob:**bar*.png");
    }
}
