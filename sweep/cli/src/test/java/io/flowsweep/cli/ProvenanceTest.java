package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where a sweep comes from, and how one point of it is run again. */
@Timeout(600)
class ProvenanceTest {

    private static final String SWEEP = TrainFolder.SWEEP
                    .replace("seed = 0 }", "seed = 0, api_key = s3cr3t }")
                    .replace("[0.1, 1, 10]", "[0.1, 1]")
            + "environment { CUDA_MODE = fast }\nrun { executor = process, order { shuffled = 4 } }\n";

    @TempDir
    static Path path;

    private static TrainFolder folder;

    @BeforeAll
    static void runInADirtyCheckout() throws IOException, InterruptedException {
        folder = TrainFolder.in(path);
        folder.write("Train.java", TrainFolder.FLOW.replace("int seed)", "int seed, String apiKey)"));
        folder.write("secrets.conf", "password = old\n");
        folder.write("train.conf", SWEEP);
        git("init", "-q");
        git("add", "Train.java", "secrets.conf");
        git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "-m", "first");
        folder.write("secrets.conf", "password = hunter2\nother = 1\n");

        Cli cli = folder.run(SWEEP, "depth=1,2");
        assertThat(cli.exit()).as(cli.err()).isZero();
    }

    private static void git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", path.toString()));
        command.addAll(List.of(words));
        Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
    }

    private static Cli again(String command) {
        String[] words = command.strip().split(" ");
        return Cli.run(Arrays.copyOfRange(words, 1, words.length));
    }

    @Test
    void everythingThatMadeTheSweepIsKept() {
        Map<String, Object> kept =
                Json.parseObject(folder.flowsweep("provenance", "--json").out());

        assertThat(kept).containsKeys("tool", "machine", "system", "java", "code", "libraries", "files");
        assertThat(kept.get("variants")).asString().contains("flows/Train/runs/RUN/run.jsonl");
        assertThat(kept.get("overrides")).isEqualTo(List.of("depth=1,2"));
        assertThat(kept.get("seeds"))
                .isEqualTo(Map.of("path", "config.seed", "values", List.of(0L, 1L, 2L), "order", 4L));
        assertThat((List<?>) kept.get("environment")).asString().contains("CUDA_MODE");
        assertThat((Map<?, ?>) kept.get("config")).asString().contains("api_key=***", "rate=0.1");
        Map<?, ?> git = (Map<?, ?>) kept.get("git");
        assertThat((String) git.get("commit")).hasSize(40);
        assertThat((String) git.get("diff"))
                .contains("+password = ***", "+other = 1", "-password = ***")
                .doesNotContain("hunter2");
        assertThat((List<?>) git.get("unknown_files")).asString().contains("train.conf");
        assertThat(folder.flowsweep("provenance").out())
                .contains("git.commit = ", "overrides = [\"depth=1,2\"]")
                .doesNotContain("s3cr3t");
    }

    @Test
    void itsFilesCanBeReadAsTheyWere() {
        assertThat(folder.flowsweep("provenance", "--file", "train.conf").out())
                .isEqualTo(SWEEP.replace("s3cr3t }", "***}"));
        assertThat(folder.flowsweep("provenance", "--file", "Train.jav").err()).contains("There are: ");
    }

    @Test
    void theReportSaysMachineAndCommit() {
        assertThat(path.resolve("out/train/latest/report.html"))
                .content()
                .contains("with changes that were not committed", "FlowSweep", "machine");
    }

    @Test
    void onePointIsRunAgainByTheCommandThatReproducePrints() {
        folder.write("train.conf", SWEEP);
        Map<String, Object> told = Json.parseObject(
                folder.flowsweep("reproduce", "train", "2#1", "--json").out());
        String command = (String) told.get("command");
        assertThat(command).startsWith("flowsweep run ").contains(" --only 2#1 --store ");

        Cli cli = again(command + " --json");

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(Json.parseObject(cli.out()).get("identity")).isEqualTo(told.get("identity"));
        assertThat(again(command).out()).contains("rate=1,depth=1 #1, run ", "succeeded in ");
    }

    @Test
    void afterAChangeThatIsTheCopyThatWasKept() {
        Map<String, Object> before = Json.parseObject(
                folder.flowsweep("reproduce", "train", "1#0", "--json").out());
        folder.write("train.conf", SWEEP.replace("rate = [0.1, 1]", "rate = [0.5, 1]"));
        Map<String, Object> told = Json.parseObject(
                folder.flowsweep("reproduce", "train", "1#0", "--json").out());
        folder.write("train.conf", SWEEP);
        assertThat((String) told.get("command"))
                .startsWith("flowsweep resume train-")
                .contains(" --only 1#0");

        Cli cli = again(told.get("command") + " --json");

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(Json.parseObject(cli.out()).get("identity")).isEqualTo(before.get("identity"));
    }

    @Test
    void severalOfOneConditionRunOneAfterTheOther() {
        folder.write("train.conf", SWEEP);

        Cli cli = folder.flowsweep("run", path.resolve("train.conf").toString(), "--only", "rate > 0.5");

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out().lines().filter(line -> line.startsWith("rate=1,")))
                .hasSize(2)
                .allMatch(line -> line.contains(", run "));
        assertThat(cli.out().lines().filter(line -> line.startsWith("succeeded in ")))
                .hasSize(2);
    }

    @Test
    void aVariantThatIsNotThereIsRefused() {
        folder.write("train.conf", SWEEP);
        String file = path.resolve("train.conf").toString();

        assertThat(folder.flowsweep("run", file, "--only", "99").err()).contains("numbered from 0 to 3");
        assertThat(folder.flowsweep("run", file, "--only", "rate=1").err()).contains("means several variants of train");
        assertThat(folder.flowsweep("logs", "rate > 0.5").err()).contains("means several variants of train");
        assertThat(folder.flowsweep("run", file, "--only", "1#7").err()).contains("has no repeat 7");
        assertThat(folder.flowsweep("run", file, "--only", "x").err()).contains("no variant of train is called \"x\"");
    }
}
