package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run gets that has failed by memory, time or its host, with real processes that really fail so. */
@Timeout(600)
class RetriesTest {

    /** Its first step leaves a witness; its second one fails in one way, at first. */
    private static final String FLOW = """
            import io.flowsweep.flow.*;
            import java.nio.file.*;
            import java.util.*;

            public class Fails extends FlowSpec {
                record Settings(String kind, String folder) {}

                @FlowConfig Settings config;
                Integer megabytes;
                Integer value;

                @Step(next = "work")
                @Resources(memory = "96MB")
                void start() throws Exception {
                    witness("start");
                    megabytes = 100;
                }

                @Step(next = "end")
                void work() throws Exception {
                    boolean isFirst = witness("work") == 1;
                    switch (config.kind()) {
                        case "memory" -> {
                            List<byte[]> much = new ArrayList<>();
                            for (int i = 0; i < megabytes; i++) {
                                much.add(new byte[500_000]);
                                much.add(new byte[500_000]);
                            }
                            value = much.size() / 2;
                        }
                        case "time" -> {
                            if (isFirst) {
                                Thread.sleep(600_000);
                            }
                        }
                        case "host" -> {
                            if (isFirst) {
                                long own = ProcessHandle.current().pid();
                                new ProcessBuilder("kill", "-9", Long.toString(own)).start().waitFor();
                                Thread.sleep(600_000);
                            }
                        }
                        case "fault" -> throw new IllegalStateException("at fault");
                        default -> {}
                    }
                    value = megabytes;
                }

                @Step void end() {}

                private long witness(String step) throws Exception {
                    Path file = Path.of(config.folder(), "witness");
                    String line = config.kind() + " " + step;
                    Files.writeString(file, line + "\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    return Files.readAllLines(file).stream().filter(line::equals).count();
                }
            }
            """;

    private static final String SWEEP = """
            name = fails
            flow = Fails.java
            config { kind = "", folder = "FOLDER" }
            space {
              rows = [
                { kind = memory, run.variant_timeout = 5m }
                { kind = time, run.variant_timeout = 15s }
                { kind = host, run.variant_timeout = 5m }
                { kind = fault, run.variant_timeout = 5m }
                { kind = none, run.variant_timeout = 5m }
              ]
            }
            metrics { value { artifact = value } }
            run { executor = process, retry { times = 2, memory_factor = 3, timeout_factor = 20 } }
            """;

    @TempDir
    private Path folder;

    @Test
    void aRunIsResumedWithMoreOfWhatItLacked() throws IOException {
        Files.createDirectory(folder.resolve(".flowsweep"));
        Files.writeString(folder.resolve("Fails.java"), FLOW);
        Files.writeString(folder.resolve("fails.conf"), SWEEP.replace("FOLDER", folder.toString()));

        Result run = CommandLineProcess.run(folder, "run", "fails.conf");

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out())
                .contains("4 of 5 variants succeeded, 1 failed")
                .containsPattern("kind=memory.* failed and is tried again with memory 275 MiB: out of memory")
                .containsPattern("kind=time.* failed and is tried again with time × 20: ")
                .containsPattern("kind=host.* failed and is tried again: ");
        Map<Object, Object> escalated =
                CommandLineProcess.run(folder, "results", "fails", "--format", "jsonl").lines().stream()
                        .map(Json::parseObject)
                        .filter(row -> row.get("escalated") != null)
                        .collect(Collectors.toMap(row -> row.get("kind"), row -> row.get("escalated")));
        assertThat(escalated).isEqualTo(Map.of("memory", "memory 275 MiB", "time", "time × 20"));
        Map<String, Long> bodies = Files.readAllLines(folder.resolve("witness")).stream()
                .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
        for (String kind : List.of("memory", "time", "host", "fault", "none")) {
            assertThat(bodies).as("what had finished is taken over").containsEntry(kind + " start", 1L);
            assertThat(bodies)
                    .containsEntry(kind + " work", List.of("fault", "none").contains(kind) ? 1L : 2L);
        }
    }
}
