package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of a flow that has two configs. */
class SeveralConfigsTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;

            public class Fit extends FlowSpec {
                record Model(double lr, int depth) {}
                record Data(String path, int rows) {}

                @FlowConfig Model model;
                @FlowConfig Data data;
                Double score;

                @Step(next = "end") @Resources(cpu = "${model.depth}") void start() {
                    score = model.lr() * model.depth() * data.rows();
                }

                @Step void end() {}
            }
            """;

    private static final String SWEEP = """
            flow = Fit.java
            configs {
              model { lr = 0.5, depth = 1 }
              data = "data.yaml"
            }
            grid { configs.model.depth = [1, 2], configs.data.rows = [10, 20] }
            metrics { score { artifact = score, goal = maximize } }
            run { executor = inline, oversubscribe = true }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve("Fit.java"), FLOW);
        Files.writeString(folder.resolve("data.yaml"), "path: here\nrows: 1\n");
        Files.writeString(folder.resolve("fit.conf"), SWEEP);
    }

    @Test
    void givesEachItsOwnValues() throws IOException {
        Cli cli = run("run");

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(results())
                .startsWith("variant,depth,rows,score,state,duration\n0,1,10,5,succeeded,")
                .contains("\n3,2,20,20,succeeded,");
        assertThat(run("run").out()).contains("0 new · 4 reused");
    }

    @Test
    void noticesWhatHasChangedInOneOfThem() throws IOException {
        run("run");
        Files.writeString(folder.resolve("data.yaml"), "path: there\nrows: 1\n");

        assertThat(run("run").out()).contains("0 new · 0 reused · 4 stale (data.path here→there)");
        assertThat(run("run", "configs.data.path=here").out()).contains("0 new · 4 reused");
    }

    @Test
    void goesOnFromTheFilesAsTheyWere() throws IOException {
        assertThat(run("run", "--smoke").exit()).isZero();
        Files.writeString(folder.resolve("data.yaml"), "no: more");
        Cli resumed = Cli.run(
                "resume",
                "fit",
                "--store",
                folder.resolve("store").toString(),
                "--results",
                folder.resolve("out").toString());

        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(results()).contains("\n1,1,20,10,succeeded,").contains("\n2,2,10,10,succeeded,");
    }

    @Test
    void showsThemWithTheirPlaces() {
        Cli config = Cli.run("config", file(), "--index", "1");
        assertThat(config.out().replaceAll(" +", " "))
                .contains("configs.model.lr 0.5 " + file() + ":3\n")
                .contains("configs.model.depth 1 " + file() + ":6\n")
                .contains("configs.data.path here " + folder.resolve("data.yaml") + ":1\n");
        assertThat(Cli.run("config", file(), "--path", "model.lr").out()).contains("configs.model.lr");

        Cli plan = Cli.run("plan", file());
        assertThat(plan.out()).contains("4 variants over depth (2) × rows (2)").contains("2 cpu");
        assertThat(Cli.run("plan", file(), "--json").out())
                .contains("\"configs\":{\"model\":{\"depth\":1,\"lr\":0.5},\"data\":{\"path\":\"here\",\"rows\":10}}");
    }

    @Test
    void tellsWhichIsNoneOfTheFlows() throws IOException {
        Files.writeString(
                folder.resolve("fit.conf"), SWEEP.replace("model {", "modl {").replace("model.", "modl."));
        Cli cli = run("run");

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err())
                .contains("fit.conf:3: the flow has no config \"modl\"")
                .contains("Did you mean \"model\"?");
    }

    @Test
    void tellsWhereAValueDoesNotFit() throws IOException {
        Files.writeString(folder.resolve("data.yaml"), "path: here\nrows: few\n");
        Files.writeString(folder.resolve("fit.conf"), SWEEP.replace(", configs.data.rows = [10, 20]", ""));
        Cli cli = run("run");

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("data.yaml:2: ").contains("rows");
    }

    private String file() {
        return folder.resolve("fit.conf").toString();
    }

    private String results() throws IOException {
        return Files.readString(folder.resolve("out/fit/latest/results.csv"));
    }

    private Cli run(String verb, String... more) {
        String store = folder.resolve("store").toString();
        String out = folder.resolve("out").toString();
        Stream<String> arguments = Stream.of(verb, file(), "--store", store, "--results", out);
        return Cli.run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }
}
