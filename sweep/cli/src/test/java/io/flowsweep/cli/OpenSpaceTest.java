package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.output.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Spaces so large that nobody knows how many of their points a condition admits. */
@Timeout(600)
class OpenSpaceTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;

            public class Body extends FlowSpec {
                record Settings(long n, long m, int seed, String title) {}
                @FlowConfig Settings config;
                Double value;
                @Step(next = "end") void start() { value = 1.0 * config.n() + config.seed(); }
                @Step void end() {}
            }
            """;

    private static final String SWEEP = """
            name = body
            flow = Body.java
            config { n = 0, m = 0, seed = 0, title = n${n} }
            metrics { value = value }
            run { executor = inline, parallel = 1 }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve("Body.java"), FLOW);
    }

    private Cli run(String rest, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("body.conf"), SWEEP + rest);
        String store = folder.resolve("store").toString();
        String out = folder.resolve("out").toString();
        Stream<String> arguments = Stream.of("run", file.toString(), "--store", store, "--results", out);
        return Cli.run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void startWithoutBeingCounted() throws IOException {
        Cli cli = run("""
                grid { m { from = 1, to = 1000000 }, n { from = 1, to = 1000000 } }
                where = "n % 1000 == 2 and m >= 1"
                run.budget.runs = 3
                """);

        assertThat(cli.exit()).as(cli.err()).isEqualTo(ExitCodes.ENDED_EARLY);
        assertThat(cli.out()).startsWith("body: ≥ ").contains("3 of ≥ ").contains("m=1,n=2 succeeded value=2");
    }

    @Test
    void areGoneThroughToTheirEnd() throws IOException {
        String space = """
                grid { n { from = 1, to = 5100 } }
                where = "n % 2500 == 1 and title != 'n7'"
                repeats { n = 2, seed_path = seed }
                """;
        Cli cli = run(space);

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out())
                .startsWith("body: ≥ 1 variant × 2 repeats")
                .contains("6 of 6 runs succeeded")
                .contains("n=5001 succeeded value=5001");
        assertThat(Files.readString(folder.resolve("out/body/latest/results.csv")))
                .contains("\n2,5001,");
        assertThat(run(space).out()).as("on record and the same").contains("0 new · 6 reused");
        assertThat(run(space.replace("n = 2,", "n = 3,")).out()).contains("3 new · 6 reused");

        Cli json = run(space, "--fresh", "--json");
        assertThat(json.out().lines().filter(line -> line.contains("VariantsCounted")))
                .singleElement()
                .asString()
                .contains("\"variants\":3");
    }

    @Test
    void areSharedByShards() throws IOException {
        String space = "grid { n { from = 1, to = 5100 } }\nwhere = \"n % 2500 == 1 and title != 'n7'\"";
        assertThat(run(space, "--shard", "1/2").out()).contains("n=1 succeeded").contains("n=5001 succeeded");
        assertThat(run(space, "--shard", "2/2").out()).contains("n=2501 succeeded");
    }

    @Test
    void areCountedWhereTheLastVariantIsAskedFor() throws IOException {
        Cli cli = run("grid { n { from = 1, to = 5100 } }\nwhere = \"n % 2500 == 1 and title != 'n7'\"", "--smoke");
        assertThat(cli.out())
                .startsWith("body: 3 variants")
                .contains("n=1 succeeded")
                .contains("n=5001 succeeded");
    }
}
