package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Machines that see one store, told apart by the name that they say they have. */
@Timeout(600)
class ReuseByHostTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;

            public class Half extends FlowSpec {
                record Settings(int n) {}

                @FlowConfig Settings config;
                Double half;

                @Step(next = "end") void start() { half = config.n() / 2.0; }
                @Step void end() {}
            }
            """;

    private static final String SWEEP = """
            name = NAME
            flow = Half.java
            config { n = 1 }
            grid { n = [1, 2] }
            metrics { half { artifact = half }, took { duration = run } }
            run { executor = inline }
            """;

    @TempDir
    private Path folder;

    private String run(String name, String machine, String more) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".conf"), SWEEP.replace("NAME", name) + more);
        Result result = CommandLineProcess.run(folder, Map.of("HOSTNAME", machine), "run", file.toString());
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result.out();
    }

    @Test
    void whatMeasuresTheMachineIsReusedOnTheSameOneOnly() throws IOException {
        Files.createDirectory(folder.resolve(".flowsweep"));
        Files.writeString(folder.resolve("Half.java"), FLOW);
        run("first", "alpha", "");

        assertThat(run("second", "beta", "")).as("another machine").doesNotContain("reused");
        assertThat(run("third", "alpha", "")).contains("found    0 new · 2 reused");
        assertThat(run("fourth", "gamma", "run { reuse = anywhere }\n")).contains("found    0 new · 2 reused");
        assertThat(run("fifth", "alpha", "run { reuse = never }\n")).doesNotContain("reused");
    }
}
