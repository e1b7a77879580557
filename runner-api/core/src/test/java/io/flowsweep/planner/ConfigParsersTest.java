package io.flowsweep.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.errors.Problem;
import io.flowsweep.flow.ConfigParser;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.planner.config.ConfigSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Configs in other formats, and configs that are computed. */
class ConfigParsersTest extends ConfigPlanning {

    static class Lines implements ConfigParser {
        @Override
        public Map<String, ?> parse(Input input) {
            if (input.text().contains("!")) {
                throw new IllegalArgumentException("no ! allowed");
            }
            return input.text().lines().collect(Collectors.toMap(l -> l, String::length));
        }
    }

    static class Parsed extends TwoSteps {
        @FlowConfig(parser = "io.flowsweep.planner.ConfigParsersTest$Lines")
        Map<String, Object> config;

        @FlowConfig(parser = "yaml", defaultFile = "plain.txt")
        Map<String, Object> yaml;
    }

    @Test
    void readFilesAndTextsAndComputeFromNothing() throws IOException {
        write("plain.txt", "a: 1\n");
        Path file = write("lines.txt", "ab\nc\n");

        assertThat(plan(Parsed.class, Map.of("config", new ConfigSource.File(file)))
                        .configValues())
                .isEqualTo(Map.of("config", Map.of("ab", 2L, "c", 1L), "yaml", Map.of("a", 1L)));
        assertThat(plan(Parsed.class, Map.of("config", text("x")))
                        .configs()
                        .get(0)
                        .source())
                .isEqualTo("--config-value config, read by io.flowsweep.planner.ConfigParsersTest$Lines");
        assertThat(plan(Parsed.class, Map.of()).configs().get(0).source()).startsWith("computed by");
    }

    @Test
    void thatFailAreErrorsWithTheirPlace() throws IOException {
        write("plain.txt", "a: 1\n");

        Problem problem = refusal(Parsed.class, Map.of("config", text("a!")));

        assertThat(problem.toString()).contains("--config-value config", "no ! allowed", "the config \"config\"");
    }

    static class Unknown extends TwoSteps {
        @FlowConfig(parser = "Nowhere")
        Map<String, Object> config;
    }

    @Test
    void thatDoNotExistAreRefused() {
        assertThat(refusal(Unknown.class, Map.of()).toString())
                .contains("there is no parser \"Nowhere\"", "git, hocon, json, yaml, toml, properties");
    }

    record Checkout(String commit, Optional<String> branch, boolean dirty) {}

    static class WithGit extends TwoSteps {
        @FlowConfig(parser = "git")
        Checkout git;
    }

    @Test
    void tellTheStateOfTheCheckout() throws Exception {
        git("init", "-q", "-b", "trunk");
        assertThat(refusal(WithGit.class, Map.of()).what()).isEqualTo("the config \"git\" has no value");
        write("a.txt", "a");
        git("add", ".");
        git("-c", "user.name=n", "-c", "user.email=e", "commit", "-qm", "first");

        Map<String, Object> clean =
                plan(WithGit.class, Map.of()).configs().get(0).value();
        assertThat(clean).containsEntry("branch", "trunk").containsEntry("dirty", false);
        assertThat((String) clean.get("commit")).hasSize(40);

        write("a.txt", "b");
        assertThat(plan(WithGit.class, Map.of()).configs().get(0).value()).containsEntry("dirty", true);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
