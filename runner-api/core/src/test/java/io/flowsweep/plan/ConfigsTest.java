package io.flowsweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Case;
import io.flowsweep.flow.Catch;
import io.flowsweep.flow.ConfigParser;
import io.flowsweep.flow.Environment;
import io.flowsweep.flow.Failed;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.MemorySize;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Project;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Retry;
import io.flowsweep.flow.Step;
import io.flowsweep.flow.Timeout;
import io.flowsweep.plan.FlowPlan.ConfigPlan;
import io.flowsweep.plan.FlowPlan.ResourcePlan;
import io.flowsweep.plan.FlowPlan.RulesPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a flow's configs come from, what is checked, and where in a plan they arrive. */
class ConfigsTest {

    @TempDir
    Path folder;

    private FlowPlan plan(Class<?> flow, Map<String, ConfigSource> given) {
        FlowPackage code = new FlowPackage("d", List.of(), Optional.of(folder.resolve("Flow.java")));
        return FlowPlanner.of(flow, code).plan(given, Map.of());
    }

    private Problem refusal(Class<?> flow, Map<String, ConfigSource> given) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, () -> plan(flow, given));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.problems()).hasSize(1);
        return refusal.problems().get(0);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static ConfigSource text(String hocon) {
        return new ConfigSource.Text(hocon, "--config-value config");
    }

    private abstract static class TwoSteps extends FlowSpec {
        @Step(next = "end")
        void start() {}

        @Step
        void end() {}
    }

    enum Mode {
        QUICK,
        THOROUGH
    }

    record Layer(int size, Optional<Double> dropout) {}

    record Settings(
            double learningRate,
            List<Layer> layers,
            Map<String, Integer> seeds,
            Optional<Mode> mode,
            Optional<Duration> patience,
            Optional<MemorySize> cache) {

        Settings {
            if (learningRate <= 0) {
                throw new IllegalArgumentException("learningRate > 0 must hold, but got " + learningRate);
            }
        }
    }

    static class Typed extends TwoSteps {
        @FlowConfig(defaultFile = "default.conf")
        Settings config;
    }

    private static final String YAML = """
            learning-rate: 0.1
            layers:
              - size: 32
              - { size: 16, dropout: 0.5 }
            seeds: { a: 1 }
            mode: quick
            patience: 90s
            cache: 2GB
            """;

    @Nested
    class Sources {

        @ParameterizedTest
        @CsvSource({"yaml", "yml"})
        void mayBeYamlWithThePlaceOfEachValue(String extension) throws IOException {
            Path file = write("c." + extension, YAML);

            ConfigPlan config = plan(Typed.class, Map.of("config", new ConfigSource.File(file)))
                    .configs()
                    .get(0);

            assertThat(config.value()).containsEntry("learning-rate", 0.1).containsEntry("patience", "90s");
            assertThat(config.source()).endsWith("c." + extension);
            assertThat(config.places()).containsEntry("\"learning-rate\"".replace("\"", ""), file + ":1");
            assertThat(config.places()).containsEntry("layers", file + ":2").containsEntry("seeds.a", file + ":5");
        }

        @Test
        void mayBeTomlPropertiesJsonAndHocon() throws IOException {
            Map<String, String> files = Map.of(
                    "c.toml", "learning_rate = 0.1\nlayers = []\n[seeds]\na = 1\n",
                    "c.json", "{\"learningRate\": 0.1,\n\"layers\": [],\n\"seeds\": {\n\"a\": 1}}",
                    "c.conf", "learningRate = 0.1, layers = []\n\n\nseeds { a = 1 }");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = write(file.getKey(), file.getValue());
                ConfigPlan config = plan(Typed.class, Map.of("config", new ConfigSource.File(path)))
                        .configs()
                        .get(0);
                assertThat(config.places()).as(file.getKey()).containsEntry("seeds.a", path + ":4");
            }
            Path properties = write("c.properties", "a.b=5\na.c=x\n");
            assertThat(plan(Free.class, Map.of("settings", new ConfigSource.File(properties)))
                            .configValues())
                    .isEqualTo(Map.of("settings", Map.of("a", Map.of("b", 5L, "c", "x"))));
        }

        @Test
        void tellThePlaceOfWhatIsInAList() throws IOException {
            Map<String, String> files = Map.of(
                    "c.yaml", "layers:\n  - 1\n  - a: 0\n    size: 32\n",
                    "c.toml", "[[layers]]\n\n[[layers]]\nsize = 32\n",
                    "c.json", "{\"layers\": [\n1,\n{\n\"size\": 32}]}",
                    "c.conf", "layers = [\n  1\n  {\n  size = 32 }\n]\nflat = [1, 2]");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = write(file.getKey(), file.getValue());
                ConfigPlan config = plan(Free.class, Map.of("settings", new ConfigSource.File(path)))
                        .configs()
                        .get(0);
                assertThat(config.places())
                        .as(file.getKey())
                        .containsEntry("layers", path + ":1")
                        .containsEntry("layers.[1].size", path + ":4")
                        .doesNotContainKey("flat.[1]");
            }
        }

        @Test
        void includeEachOtherAcrossFormats() throws IOException {
            write("base.yaml", "learning_rate: 0.1\nlayers: []\nseeds: {}\n");
            write("default.conf", "include \"base.yaml\"\nlearning_rate = 0.2\n");

            ConfigPlan config = plan(Typed.class, Map.of()).configs().get(0);

            assertThat(config.value()).containsEntry("learning_rate", 0.2);
            assertThat(config.places().get("layers")).endsWith("base.yaml:2");
        }

        @Test
        void winAsAWhole() throws IOException {
            write("default.conf", "learningRate = 0.1, layers = [], seeds {}, mode = quick");

            FlowPlan plan = plan(Typed.class, Map.of("config", text("learning_rate = 0.5, layers = [], seeds {}")));

            assertThat(plan.configValues().get("config"))
                    .isEqualTo(Map.of("learning_rate", 0.5, "layers", List.of(), "seeds", Map.of()));
            assertThat(plan.configs().get(0).source()).isEqualTo("--config-value config");
        }

        @Test
        void thatAreMissingAreRefused() {
            Problem problem = refusal(Typed.class, Map.of());

            assertThat(problem.what()).contains("the config \"config\"", "there is no file", "default.conf");
            assertThat(problem.where()).isEqualTo("Typed.config");
        }

        @Test
        void ofAnotherRunAreTakenAsTheyWere() {
            ConfigPlan had = new ConfigPlan("settings", "settings", Map.of("a", 1L), "x.conf", Map.of("a", "x.conf:1"));

            assertThat(plan(Free.class, Map.of("settings", new ConfigSource.Recorded(had)))
                            .configs())
                    .containsExactly(had);
        }
    }

    static class Free extends TwoSteps {
        @FlowConfig
        Map<String, Object> settings;
    }

    static class Query extends TwoSteps {
        @FlowConfig(defaultFile = "users.sql")
        String query;

        @FlowConfig
        Optional<String> prompt;

        @Parameter(defaultValue = "${query}")
        String shown;
    }

    @Nested
    class PlainText {

        private static final String SQL = "select *\nfrom users -- { not HOCON = [";

        @Test
        void isKeptAsItStands() throws IOException {
            write("users.sql", SQL);

            FlowPlan plan = plan(Query.class, Map.of("prompt", text("{ say: ${x}")));

            assertThat(plan.configValues()).isEqualTo(Map.of("query", SQL, "prompt", "{ say: ${x}"));
            assertThat(plan.configs().get(0).source()).endsWith("users.sql");
            assertThat(plan.parameters().get(0).value()).contains(SQL);
            assertThat(ConfigValues.typed(String.class, plan.configs().get(0))).isEqualTo(SQL);
            assertThat(SettingsTable.of(plan, List.of()).get(0)).contains("select *\\nfrom users", "users.sql");
        }

        @Test
        void takesNoValuesAndNoParser() throws IOException {
            assertThat(refusal(Query.class, Map.of("query", new ConfigSource.Value(Map.of("a", 1))))
                            .toString())
                    .contains(
                            "the config \"query\": it is kept as text, but is given values. Give it a text or a file.");
            assertThat(refusal(Query.class, Map.of()).toString()).contains("there is no file", "users.sql");
            assertThat(Planning.problems(ParsedText.class))
                    .singleElement()
                    .asString()
                    .contains("ParsedText.text", "no parser reads it");
        }

        static class ParsedText extends TwoSteps {
            @FlowConfig(parser = "yaml")
            String text;
        }
    }

    @Nested
    class Faults {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "c.yaml | learning_rate: 0.1\\nlayers: [1\\nseeds: {}  | c.yaml:3 | not valid YAML",
                    "c.toml | learning_rate = 0.1\\nlayers = = []           | c.toml:2 | not valid TOML",
                    "c.json | {\"a\": 1,\\n \"b\": }                        | c.json:2 | not valid",
                    "c.conf | a = 1\\nb = [1                               | c.conf:2 | not valid HOCON",
                    "c.yaml | learning_rate: 0.1\\nlayers:\\n- size: x\\nseeds: {} | c.yaml:3 | layers.[0].size: expected a whole number",
                    "c.conf | learning_rate = 0.1\\nlayers = [\\n{ size = x }]\\nseeds {} | c.conf:3 | layers.[0].size: expected a whole number",
                    "c.conf | learning_rate = 0.1\\nlayers = []\\nseeds { a = 1.5 } | c.conf:3 | seeds.a: expected a whole number",
                    "c.yaml | layers: []\\nseeds: {}\\nmode: quik\\nlearning_rate: 1 | c.yaml:3 | mode: expected one of quick, thorough",
                    "c.yaml | layers: []\\nseeds: {}\\npatience: soon\\nlearning_rate: 1 | c.yaml:3 | patience: expected a duration",
                    "c.yaml | layers: []\\nseeds: {}\\ncache: much\\nlearning_rate: 1 | c.yaml:3 | cache: memory \"much\"",
                    "c.yaml | layers: []\\nseeds: {}\\nlearning_rate: -1 | c.yaml | learningRate > 0 must hold, but got -1.0",
                    "c.yaml | layers: []\\nseeds: {} | c.yaml | learningRate: is missing",
                    "c.yaml | '- 1' | c.yaml:1 | this is a list"
                })
        void haveOneForm(String name, String text, String where, String what) throws IOException {
            Path file = write(name, text.replace("\\n", "\n"));

            Problem problem = refusal(Typed.class, Map.of("config", new ConfigSource.File(file)));

            assertThat(problem.what()).startsWith("the config \"config\"").contains(what);
            assertThat(problem.where()).endsWith(where);
        }

        @Test
        void ofAValueNameTheOption() {
            assertThat(refusal(Typed.class, Map.of("config", text("{ a "))).where())
                    .isEqualTo("--config-value config:1");
        }

        @Test
        void neverTellASecret() {
            assertThat(refusal(WithSecret.class, Map.of("config", text("api_key = [hush]")))
                            .toString())
                    .contains("api_key")
                    .doesNotContain("hush");
        }

        record Access(String apiKey) {}

        static class WithSecret extends TwoSteps {
            @FlowConfig
            Access config;
        }

        @Test
        void ofKeysThatNothingUsesAreWarningsOrErrors() throws IOException {
            Path file = write(
                    "c.conf", "layers = [ { size = 1, dropuot = 2 } ]\nseeds {}\nlearning_rate = 1\nmdoe = quick");

            assertThat(plan(Typed.class, Map.of("config", new ConfigSource.File(file)))
                            .warnings())
                    .satisfiesExactly(
                            w -> assertThat(w).contains("\"layers.[0].dropuot\"", "Did you mean \"dropout\"?"),
                            w -> assertThat(w).startsWith(file + ":4: ").contains("Did you mean \"mode\"?"));
            assertThat(refusal(Strict.class, Map.of("config", text("size = 1, sise = 2")))
                            .what())
                    .contains("has the key \"sise\", which nothing uses. Did you mean \"size\"?");
        }

        @Test
        void ofOneKeyInTwoSpellingsAreToo() {
            assertThat(refusal(Strict.class, Map.of("config", text("size = 1, Size = 2")))
                            .what())
                    .contains("has the key \"Size\", which nothing uses");
            assertThat(plan(
                                    Typed.class,
                                    Map.of(
                                            "config",
                                            text("layers = [], seeds {}, learning_rate = 1, learningRate = 2")))
                            .warnings())
                    .singleElement()
                    .asString()
                    .contains("which nothing uses: \"learningRate\" is the same key");
        }

        static class Strict extends TwoSteps {
            @FlowConfig(strict = true)
            Layer config;
        }
    }

    @Nested
    class Optionals {

        static class MayBe extends TwoSteps {
            @FlowConfig
            Optional<Layer> layer;

            @FlowConfig
            Optional<Map<String, Object>> free;
        }

        @Test
        void areAbsentWhenNoSourceGivesAValue() {
            FlowPlan plan = plan(MayBe.class, Map.of("layer", text("size = 3")));

            assertThat(plan.configValues()).isEqualTo(Map.of("layer", Map.of("size", 3L)));
            assertThat(plan.configs()).extracting(ConfigPlan::isGiven).containsExactly(true, false);
        }

        @Resources(cpu = "${layer.size}")
        static class Asks extends MayBe {}

        @Test
        void thatAreAbsentAreNoPlaceForAReference() {
            Problem problem = refusal(Asks.class, Map.of());

            assertThat(problem.what()).isEqualTo("${layer.size} is not defined");
            assertThat(problem.where()).isEqualTo("Asks @Resources");
        }
    }

    @Nested
    class Parsers {

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
            @FlowConfig(parser = "io.flowsweep.plan.ConfigsTest$Parsers$Lines")
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
                    .isEqualTo("--config-value config, read by io.flowsweep.plan.ConfigsTest$Parsers$Lines");
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
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .isZero();
        }
    }

    @Nested
    class Decorators {

        @Project("${config.project}")
        @Retry("${config.retry}")
        @Environment("${config.env}")
        static class Decorated extends FlowSpec {
            @FlowConfig
            Map<String, Object> config;

            String state = "go";
            Failed failed;

            @Step(
                    condition = "state",
                    cases = {@Case(when = "${config.word}", next = "middle"), @Case(when = "stop", next = "end")})
            @Resources("${config.resources}")
            void start() {}

            @Step(next = "end")
            @Timeout("${config.limit}")
            @Catch(artifact = "${config.keep}")
            @Environment({"${config.name}_HOME=at ${config.limit}"})
            @Resources(cpu = "${config.resources.cpu}", memory = "${config.nothing}")
            void middle() {}

            @Step
            void end() {}
        }

        private static final String CONFIG =
                "project = p1, word = go, limit = 5m, keep = failed, name = X, nothing = null,"
                        + "retry { times = 2, delay = 1s }, resources { cpu = 3, memory = 1GiB, gpu = 1, pools { licence = 2 } }, env { A = 1, B = null }";

        @Test
        void takeEveryAttributeAndWholeObjectsFromConfigs() {
            FlowPlan plan = plan(Decorated.class, Map.of("config", text(CONFIG)));

            assertThat(plan.project()).contains("p1");
            assertThat(plan.resources()).isEqualTo(new ResourcePlan(3, Optional.of(1L << 30), 1, Map.of("licence", 2)));
            RulesPlan rules = plan.step("middle").rules();
            assertThat(rules.retries()).isEqualTo(2);
            assertThat(rules.retryDelay()).isEqualTo(Duration.ofSeconds(1));
            assertThat(rules.backoff()).isEqualTo(1);
            assertThat(rules.timeout()).contains(Duration.ofMinutes(5));
            assertThat(rules.catchArtifact()).contains("failed");
            assertThat(rules.environment()).isEqualTo(Map.of("A", "1", "B", "", "X_HOME", "at 5m"));
            assertThat(plan.step("start").choice().orElseThrow().cases())
                    .isEqualTo(Map.of("go", "middle", "stop", "end"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "cpu = 3 | cpus = 3 | ${config.resources} has the key \"cpus\", which is no attribute | Did you mean \"cpu\"?",
                    "times = 2 | times = 2.5 | times must be a whole number of at least 0, but got 2.5 |",
                    "limit = 5m | limt = 5m | ${config.limit} is not defined | Did you mean \"config.limt\"?",
                    "memory = 1GiB | memory = lots | memory \"lots\" is no amount |",
                    "word = go | word = stop | two cases of the switch have the same value | "
                })
        void areRefusedWithTheirPlace(String good, String bad, String what, String cure) {
            InvalidInputException refusal = catchThrowableOfType(
                    InvalidInputException.class,
                    () -> plan(Decorated.class, Map.of("config", text(CONFIG.replace(good, bad)))));

            assertThat(refusal.problems()).anySatisfy(p -> {
                assertThat(p.what()).contains(what);
                assertThat(p.cure()).contains(cure == null ? "" : cure);
                assertThat(p.where()).startsWith("Decorated.");
            });
        }

        @Resources("${config.machine}")
        static class Mixed extends TwoSteps {
            record Own(int size) {}

            @FlowConfig(strict = true)
            Own config;
        }

        @Test
        void countAsUseOfAKey() {
            FlowPlan plan = plan(Mixed.class, Map.of("config", text("size = 1, machine { cpu = 2 }")));

            assertThat(plan.resources().cpu()).isEqualTo(2);
            assertThat(plan.warnings()).isEmpty();
        }
    }

    @Nested
    class Environments {

        private static final List<String> NAMES = List.of("config", "dataSet");

        @Test
        void giveWhatNothingElseGives() {
            EnvironmentInputs inputs = new EnvironmentInputs(Map.of(
                    "FLOWSWEEP_CONFIG_DATA_SET", "a.conf",
                    "FLOWSWEEP_CONFIG_VALUE_CONFIG", "a = 1",
                    "FLOWSWEEP_PARAMETER_LEARNING_RATE", "0.1",
                    "FLOWSWEEP_CONFIG_DATASET", "typo"));

            assertThat(inputs.configs(NAMES, Map.of("config", text("a = 2"))))
                    .isEqualTo(Map.of(
                            "config",
                            text("a = 2"),
                            "dataSet",
                            new ConfigSource.File(Path.of("a.conf"), "FLOWSWEEP_CONFIG_DATA_SET")));
            assertThat(inputs.parameters(List.of("learningRate"), Map.of())).isEqualTo(Map.of("learningRate", "0.1"));
            assertThat(inputs.parameters(List.of("learningRate"), Map.of("learning_rate", 2)))
                    .isEqualTo(Map.of("learning_rate", 2));
            assertThat(inputs.warnings())
                    .singleElement()
                    .asString()
                    .contains("FLOWSWEEP_CONFIG_DATASET", "Did you mean \"FLOWSWEEP_CONFIG_DATA_SET\"?");
        }

        @Test
        void mayNotGiveBothAFileAndAValue() {
            EnvironmentInputs inputs = new EnvironmentInputs(
                    Map.of("FLOWSWEEP_CONFIG_CONFIG", "a.conf", "FLOWSWEEP_CONFIG_VALUE_CONFIG", "a = 1"));

            assertThat(catchThrowableOfType(InvalidInputException.class, () -> inputs.configs(NAMES, Map.of())))
                    .hasMessageContainingAll(
                            "the config \"config\" is given both a file and a value", "FLOWSWEEP_CONFIG_VALUE_CONFIG");
        }
    }
}
