package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.Setting;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code configs { name { … } }} for flows that have several, and configs that stand in the file as text. */
class ConfigsTest {

    private static final String TWO = """
            let { rate = 0.1 }
            configs {
              model { lr = ${let.rate}, depth = 2, title = ${depth}x, opt { name = sgd } }
              data = "data.yaml"
            }
            """;

    @TempDir
    Path dir;

    private SweepFolder folder;

    @BeforeEach
    void folder() {
        folder = SweepFolder.in(dir);
        folder.write("data.yaml", "path: here\nsizes: [1, 2]\nsplit:\n  test: 0.2\n");
    }

    @Nested
    class Several {

        @Test
        void areDocumentsOfTheirOwn() {
            Variant variant = folder.variants(TWO).get(0);
            assertThat(variant.config()).isEmpty();
            assertThat(variant.configs())
                    .isEqualTo(Map.of(
                            "model",
                            Map.of("lr", 0.1, "depth", 2L, "title", "2x", "opt", Map.of("name", "sgd")),
                            "data",
                            Map.of("path", "here", "sizes", List.of(1L, 2L), "split", Map.of("test", 0.2))));
        }

        @Test
        void areVariedByTheirNames() {
            Variants variants = folder.variants(TWO + """
                    grid { configs { model { depth = [3, 4] }, data.split.test = [0.5] } }
                    where = "configs.model.depth * test < 2"
                    derive { configs.model.opt.name = "depth > 3 ? 'adam' : 'sgd'" }
                    environment { TITLE = "${configs.model.title} of ${configs.data.path}" }
                    repeats { n = 2, seed_path = configs.model.lr }
                    """);
            assertThat(variants.stream().map(Variant::name)).containsExactly("depth=3,test=0.5");
            Variant second = variants.get(0, 1);
            assertThat(second.configs().get("model"))
                    .containsEntry("title", "3x")
                    .containsEntry("lr", 1L);
            assertThat(second.environment()).containsEntry("TITLE", "3x of here");
            assertThat(second.fingerprint()).isEqualTo(variants.get(0).fingerprint());
        }

        @Test
        void haveGroupsAndBindings() {
            folder.write("opt/adam.conf", "name = adam\nbeta = 0.9\ndeep = ${depth}");
            folder.write("opt/sgd.conf", "name = sgd");
            Variants variants = folder.variants(TWO + """
                    grid { configs.model.opt { group = "opt/*.conf" } }
                    bindings {
                      SMALL { configs { model { depth = 1 }, data { path = small } } }
                      LARGE { configs.model.depth = 9, params.seconds = 60 }
                    }
                    """);
            assertThat(variants.get(1).configs().get("model"))
                    .containsEntry("opt", Map.of("name", "adam", "beta", 0.9, "deep", 9L));
            assertThat(variants.get(0).configs().get("data")).containsEntry("path", "small");
            assertThat(variants.get(1).params()).containsEntry("seconds", 60L);
        }

        @Test
        void areOverriddenByTheirNames() {
            SweepSpec spec = folder.load(
                    TWO,
                    "configs.model.depth=5,6",
                    "configs.data.sizes.1=7",
                    "+configs.data.more=x",
                    "~configs.model.lr");
            Variant last = new Variants(spec).get(1);
            assertThat(last.name()).isEqualTo("depth=6");
            assertThat(last.configs().get("model")).containsEntry("title", "6x").doesNotContainKey("lr");
            assertThat(last.configs().get("data"))
                    .containsEntry("sizes", List.of(1L, 7L))
                    .containsEntry("more", "x");
            assertThat(spec.source().overrides())
                    .containsExactly(
                            "+configs.data.more=x",
                            "configs.data.sizes=[1,7]",
                            "~configs.model.lr",
                            "configs.model.depth=5,6");
        }

        @Test
        void sayWhereEachValueIsWritten() {
            Variants variants = folder.variants(TWO + "grid { configs.model.depth = [3] }");
            assertThat(variants.settings(variants.get(0)))
                    .extracting(Setting::path, setting -> setting.where().replace(dir + "/", ""))
                    .contains(
                            tuple("configs.model.lr", "s.conf:4"),
                            tuple("configs.model.depth", "s.conf:7"),
                            tuple("configs.data.split.test", "data.yaml:4"));
        }

        @Test
        void decideWhatAVariantIs() {
            String print = folder.variants(TWO).get(0).fingerprint();
            assertThat(folder.variants(TWO + "grid { configs.model.depth = [2] }")
                            .get(0)
                            .fingerprint())
                    .isEqualTo(print);
            assertThat(folder.variants(TWO + "grid { configs.model.depth = [3] }")
                            .get(0)
                            .fingerprint())
                    .isNotEqualTo(print);
        }

        @Test
        void mayBeOwedAValue() {
            assertThat(folder.problemsOfFirst("configs { model { lr = \"???\" } }"))
                    .isEqualTo(
                            "s.conf:2: \"configs.model.lr\" has no value yet: it is \"???\". Give it one in the file, as"
                                    + " an axis, or as an override: configs.model.lr=…");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "grid { configs.model.dept = [1] }         | the config \"model\" has no \"dept\". Did you mean \"depth\"?",
                    "grid { configs.mode.depth = [1] }         | the sweep file has no config \"mode\". Did you mean \"model\"?",
                    "grid { depth = [1] }                      | \"depth\" may be in one of the configs model, data. Write configs.model.depth.",
                    "grid { configs.model = [1] }              | \"configs.model\" cannot vary as a whole",
                    "grid { configs.data.sizes.0 = [1] }       | \"sizes\" is a list. Vary the whole list: configs.data.sizes = ",
                    "grid { configs.model.depth = [x] }        | \"configs.model.depth\" is the number 2 in the base, but the string x",
                    "config { lr = 1 }                         | \"config\" and \"configs\" cannot stand side by side",
                    "bindings { A { configs.model.dept = 1 } } | the config \"model\" has no \"dept\"",
                    "bindings { A { configs = 1 } }            | \"configs\" cannot vary as a whole",
                })
        void refuseWhatTheyHaveNot(String file, String problem) {
            assertThat(folder.problems(TWO + file)).contains(problem);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "configs.model.dept=1 | the config \"model\" has no \"dept\". Did you mean \"configs.model.depth\"?",
                    "configs.mode.depth=1 | the sweep has no configs.mode. Did you mean \"configs.model.depth\"?",
                    "depth=1              | the sweep has several configs. Write configs.model.depth=…",
                    "+new=1               | the sweep has several configs. Write configs.model.new=…",
                    "configs.model=1      | \"configs.model\" as a whole cannot be overridden",
                })
        void refuseOverridesOfWhatTheyHaveNot(String override, String problem) {
            assertThat(folder.problems(TWO, override).replaceAll("\\n.*\\n.*\\n *", ". "))
                    .contains(problem);
        }

        @Test
        void areNotNamedWhereThereIsOne() {
            assertThat(folder.problems("config { lr = 1 }\ngrid { configs.model.lr = [1] }"))
                    .contains("\"configs.model.lr\" cannot vary: the sweep file has no configs");
            assertThat(folder.problems("config { lr = 1 }", "+configs.model.x=1"))
                    .contains("the sweep has one config, without a name");
        }

        @Test
        void areExtendedOneByOne() {
            folder.write("base.conf", "flow = flows/MatMul.java\n" + TWO);
            Variant variant = folder.variants("extends = base.conf\nconfigs { model { depth = 7 } }")
                    .get(0);
            assertThat(variant.configs().get("model")).containsEntry("title", "7x");
            assertThat(variant.configs().get("data")).containsEntry("path", "here");
            assertThat(folder.problems("extends = base.conf\nconfigs { data { path = there } }"))
                    .contains("the extended file takes its data from a file");
        }
    }

    @Nested
    class AsText {

        @ParameterizedTest
        @CsvSource({
            "yaml,'lr: 0.1\nopt:\n  name: adam\n'",
            "toml,'lr = 0.1\n[opt]\nname = \"adam\"\n'",
            "json,'{\"lr\": 0.1,\n\"opt\": {\n  \"name\": \"adam\"}}\n'",
            "hocon,'lr = 0.1\nopt {\n  name = adam }\n'",
            "properties,'lr = 0.1\n\nopt.name = adam\n'"
        })
        void isReadInItsFormatWithTheLinesOfTheFile(String format, String text) {
            Variants variants = folder.variants("# a comment\nconfig = \"\"\"" + format + "\n" + text + "\"\"\"\n");
            Variant variant = variants.get(0);
            assertThat(variant.config())
                    .containsEntry("opt", Map.of("name", "adam"))
                    .containsKey("lr");
            assertThat(variants.origin(variant, "config.lr")).hasValue(dir + "/s.conf:4");
            assertThat(variants.origin(variant, "config.opt.name")).hasValue(dir + "/s.conf:6");
        }

        @Test
        void mayBeOneOfSeveral() {
            Variants variants = folder.variants("""
                    configs {
                      model = \"""yaml
                    lr: 0.1
                    \"""
                      data { n = 1 }
                    }
                    grid { configs.model.lr = [1, 2] }
                    """);
            assertThat(variants.get(1).configs()).isEqualTo(Map.of("model", Map.of("lr", 2L), "data", Map.of("n", 1L)));
        }

        @Test
        void isOfAFormatThatIsKnown() {
            assertThat(folder.problems("config = \"\"\"yml\nlr: 0.1\n\"\"\""))
                    .isEqualTo("s.conf:2: the first line of a config that is a text must be its format, but is \"yml\"."
                            + " Did you mean \"yaml\"?");
        }

        @Test
        void tellsTheLineOfWhatIsWrong() {
            assertThat(folder.problems("\nconfig = \"\"\"yaml\nlr: 0.1\ndepth: [1\n\"\"\""))
                    .startsWith("s.conf:");
            assertThat(folder.problems("config = \"\"\"toml\nlr = 0.1\nlr = 0.2\n\"\"\""))
                    .startsWith("s.conf:4: \"lr\" is given twice, first in line 3, and only the last would count");
            assertThat(folder.problems("config = \"\"\"yaml\nlr: 0.1\n\"\"\"\ngrid { lr = [a] }"))
                    .startsWith("s.conf:5: \"lr\" is the number 0.1 in the base");
        }
    }

    @Nested
    class OfFilesElsewhere {

        @Test
        void namesBeginInTheFolderOfTheFileTheyStandIn() {
            folder.write("shared/flows/Other.java", "class Other {}");
            folder.write("shared/net/small.conf", "layers = 1");
            folder.write("shared/net/large.conf", "layers = 9");
            folder.write("shared/points.csv", "lr\n1\n2\n");
            folder.write("shared/model.yaml", "lr: 0.1\nnet: {layers: 0}\n");
            folder.write("shared/base.conf", """
                    configs { model = model.yaml, data = ../data.yaml }
                    space {
                      grid { configs.model.net { group = "net/*.conf", default = small }, flow = [flows/Other.java, ../flows/MatMul.java] }
                    }
                    """);
            SweepSpec spec = folder.load("extends = shared/base.conf");
            Variants variants = new Variants(spec);
            assertThat(variants.size()).isEqualTo(4);
            assertThat(spec.flow(variants.get(0))).isEqualTo(dir.resolve("shared/flows/Other.java"));
            assertThat(spec.flow(variants.get(1))).isEqualTo(dir.resolve("flows/MatMul.java"));
            assertThat(spec.source().files()).contains(dir.resolve("shared/model.yaml"), dir.resolve("data.yaml"));

            folder.write(
                    "shared/rows.conf", "space { rows = points.csv }\nconfig = model.yaml\nflow = flows/Other.java");
            SweepSpec included = SweepFile.load(folder.write("t.conf", "include required(\"shared/rows.conf\")"));
            assertThat(new Variants(included).size()).isEqualTo(2);
            assertThat(included.flow()).isEqualTo(dir.resolve("shared/flows/Other.java"));
        }

        @Test
        void ofOverridesBeginAtTheSweepFile() {
            folder.write("shared/base.conf", "flow = ../flows/MatMul.java");
            SweepSpec spec = SweepFile.load(
                    folder.write("t.conf", "extends = shared/base.conf"), List.of("flow=flows/MatMul.java"));
            assertThat(spec.flow()).isEqualTo(dir.resolve("flows/MatMul.java"));
        }
    }
}
