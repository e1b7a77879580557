package io.flowsweep.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.errors.Problem;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.MemorySize;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Resources;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.ConfigValues;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.SettingsTable;
import io.flowsweep.planner.config.ConfigSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a flow's configs come from, and what is checked. */
class ConfigsTest extends ConfigPlanning {

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
}
