package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

    private static final String SWEEP = """
            config {
              cpu = 1, dim = 100, version = "1.9", debug = false, event = null
              opt { lr = 0.1, type = sgd }
              layers = [ { size = 16, act = relu }, { size = 32, act = relu } ]
              mixed = [${cpu}, 2]
              id = ${cpu}x${dim}
            }
            params { seconds = 5, label = "c${config.cpu}" }
            grid { cpu = [1, 2], params.seconds = [5, 10] }
            run { executor = inline }
            """;

    private final SweepFolder folder;

    OverridesTest(@TempDir Path dir) {
        folder = SweepFolder.in(dir);
    }

    private Variants variants(String... overrides) {
        return new Variants(folder.load(SWEEP, overrides));
    }

    private Map<String, Object> config(String... overrides) {
        return variants(overrides).get(0).config();
    }

    private List<String> axes(String... overrides) {
        return folder.load(SWEEP, overrides).axes().stream()
                .map(axis -> axis.path() + "=" + values(axis))
                .toList();
    }

    private static List<Object> values(Axis axis) {
        List<Object> values = new ArrayList<>();
        for (long i = 0; i < axis.domain().size(); i++) {
            values.add(axis.domain().get(i));
        }
        return values;
    }

    @Test
    void aKeyOfTheFileIsNoValueOfTheConfig() {
        assertThat(folder.problems(SWEEP, "repeats=2"))
                .contains("\"repeats\" is said in the sweep file: change it there")
                .doesNotContain("adds it");
        assertThat(folder.problems(SWEEP, "colour=red"))
                .contains(". +colour=red adds it to the config; params.colour=red is a parameter of the flow.");
    }

    @Nested
    class OfAVariedPath {

        @Test
        void replaceTheAxisInPlace() {
            assertThat(axes("cpu=3..5")).containsExactly("config.cpu=[3, 4, 5]", "params.seconds=[5, 10]");
            assertThat(axes("cpu=7")).containsExactly("config.cpu=[7]", "params.seconds=[5, 10]");
            assertThat(axes("params.seconds=1,2,3")).containsExactly("config.cpu=[1, 2]", "params.seconds=[1, 2, 3]");
            assertThat(config("cpu=7")).containsEntry("cpu", 7L).containsEntry("id", "7x100");
        }

        @Test
        void meanTheConfigWithAndWithoutItsRoot() {
            assertThat(axes("config.cpu=4")).isEqualTo(axes("cpu=4"));
        }

        @Test
        void mayRemoveTheAxisAndKeepTheBase() {
            assertThat(axes("~cpu")).containsExactly("params.seconds=[5, 10]");
            assertThat(config("~cpu")).containsEntry("cpu", 1L);
            assertThat(variants("~cpu", "~params.seconds").size()).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        cpu=a,b     | column 5 of cpu=a,b: "cpu" is the number 1 in the base, but the string a
                        cpu=1,1.0   | column 7 of cpu=1,1.0: the value 1 stands there twice
                        +cpu=3      | column 1: "config.cpu" is there already, varied at s.conf:10
                        ~cpu=1      | ~cpu removes the axis
                        cpu.x=1     | "config.cpu" is varied as a whole at s.conf:10
                        cpu=glob(*) | glob() chooses among the options of a group
                        """)
        void areRefusedWhereTheyDoNotFit(String override, String problem) {
            assertThat(folder.problems(SWEEP, override)).contains(problem);
        }

        @Test
        void mayChangeTheKindByForce() {
            assertThat(axes("++cpu=a,b")).contains("config.cpu=[a, b]");
        }
    }

    @Nested
    class OfAPathThatNoneVaries {

        @Test
        void changeTheBaseWithOneValue() {
            assertThat(axes("dim=500")).isEqualTo(axes());
            assertThat(config("dim=500")).containsEntry("dim", 500L).containsEntry("id", "1x500");
            assertThat(config("opt.lr=1e-3")).containsEntry("opt", Map.of("lr", 0.001, "type", "sgd"));
            assertThat(config("event=daily")).containsEntry("event", "daily");
        }

        @Test
        void addALastAxisWithSeveral() {
            assertThat(axes("dim=1,2", "opt.type=sgd,adam"))
                    .containsExactly(
                            "config.cpu=[1, 2]",
                            "params.seconds=[5, 10]",
                            "config.dim=[1, 2]",
                            "config.opt.type=[sgd, adam]");
            assertThat(axes("dim=1..1")).contains("config.dim=[1]");
            assertThat(axes("+new=1,2")).contains("config.new=[1, 2]");
        }

        @Test
        void mergeDictsAndReplaceLists() {
            assertThat(config("opt={lr:0.5}")).containsEntry("opt", Map.of("lr", 0.5, "type", "sgd"));
            assertThat(config("++opt={momentum:0.9}"))
                    .containsEntry("opt", Map.of("lr", 0.1, "type", "sgd", "momentum", 0.9));
            assertThat(config("mixed=[7]")).containsEntry("mixed", List.of(7L));
        }

        @Test
        void reachItemsOfLists() {
            assertThat(config("layers.1.size=64"))
                    .containsEntry(
                            "layers", List.of(Map.of("size", 16L, "act", "relu"), Map.of("size", 64L, "act", "relu")));
            assertThat(config("layers[0].act=gelu").get("layers").toString()).contains("gelu");
            assertThat(axes("layers.0.size=8,9").get(2)).startsWith("config.layers=[[{act=relu, size=8}, {");
            assertThat(config("layers.0.size=8", "layers.1.size=9")
                            .get("layers")
                            .toString())
                    .isEqualTo("[{act=relu, size=8}, {act=relu, size=9}]");
        }

        @Test
        void addForceAndDelete() {
            assertThat(config("+opt.momentum=0.9").get("opt"))
                    .isEqualTo(Map.of("lr", 0.1, "type", "sgd", "momentum", 0.9));
            assertThat(config("++opt.lr=x").get("opt")).isEqualTo(Map.of("lr", "x", "type", "sgd"));
            assertThat(config("++a.b.c=1").get("a")).isEqualTo(Map.of("b", Map.of("c", 1L)));
            assertThat(config("~opt.lr").get("opt")).isEqualTo(Map.of("type", "sgd"));
            assertThat(config("~opt.lr=0.10").get("opt")).isEqualTo(Map.of("type", "sgd"));
        }

        @Test
        void takeNumbersByTheirTextWhereTheBaseIsAText() {
            assertThat(config("version=1.10")).containsEntry("version", "1.10");
            assertThat(axes("version=1.9,1.10")).contains("config.version=[1.9, 1.10]");
        }

        @Test
        void keepTheTextOfAVersionAsAFileDoes() {
            assertThat(variants("params.version=1.10").get(0).params()).containsEntry("version", "1.10");
            assertThat(variants("params.db-version=1.10,2").get(0).params()).containsEntry("db-version", "1.10");
            assertThat(variants("environment.TOOL_VERSION=1.10").get(0).environment())
                    .containsEntry("TOOL_VERSION", "1.10");
            assertThat(variants("params.version=2").get(0).params()).containsEntry("version", 2L);
            assertThat(variants("params.rate=1.10").get(0).params()).containsEntry("rate", 1.1);
            Variant file = folder.variants("params { version = 1.10, rate = 1.10 }, environment.V_VERSION = 1.10")
                    .get(0);
            assertThat(file.params()).containsEntry("version", "1.10").containsEntry("rate", 1.1);
            assertThat(file.environment()).containsEntry("V_VERSION", "1.10");
        }

        @Test
        void mayReferToOtherValues() {
            assertThat(config("dim=${cpu}")).containsEntry("dim", 1L).containsEntry("id", "1x1");
            assertThat(config("version='v${config.cpu}-${dim}'", "dim=7")).containsEntry("version", "v1-7");
            assertThat(config("mixed=[${dim},x${cpu}]")).containsEntry("mixed", List.of(100L, "x1"));
        }

        @Test
        void reachTheOtherRoots() {
            Variants variants = variants(
                    "params.label='L${config.dim}'", "params.extra=1", "run.parallel=3", "jvm.options=[-Xss4m]");
            Variant first = variants.get(0);
            assertThat(first.params()).containsEntry("label", "L100").containsEntry("extra", 1L);
            assertThat(first.jvm()).containsEntry("options", List.of("-Xss4m"));
            assertThat(folder.load(SWEEP, "run.parallel=3").run().parallel()).hasValue(3);
            assertThat(variants("~params.label").get(0).params()).doesNotContainKey("label");
            assertThat(axes("environment.MODE=a,b")).contains("environment.MODE=[a, b]");
        }

        @Test
        void mayNameAnotherFlow() {
            folder.write("flows/Other.java", "class Other {}");
            assertThat(folder.load(SWEEP, "flow=flows/Other.java").flow()).endsWith(Path.of("flows/Other.java"));
            assertThat(axes("flow=flows/MatMul.java,flows/Other.java")).hasSize(3);
        }

        @Test
        void areTheOriginOfWhatTheySet() {
            Variants variants = variants("dim=500", "opt.type=a,b");
            Variant first = variants.get(0);
            assertThat(variants.origin(first, "config.dim")).contains("command line: dim=500");
            assertThat(variants.origin(first, "config.opt.type")).contains("command line: opt.type=a,b");
            assertThat(variants.origin(first, "config.opt.lr").orElseThrow()).endsWith("s.conf:4");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        dmi=5                 | column 1: the config has no "dmi"
                        dmi=5                 | Did you mean "dim"? +dmi=5 adds it.
                        dmi=5,6               | the config has no "dmi"
                        +dim=5                | "config.dim" is there already
                        ~dmi                  | the config has no "dmi"
                        ~dim=7                | "dim" is 100, not 7
                        dim=x                 | "dim" is the number 100 in the file, and not a string
                        dim=x                 | ++dim=x changes its kind
                        opt=5                 | "opt" is the object
                        opt={mom:1}           | "opt" has no "mom"
                        opt={lr:x}            | "opt.lr" is the number 0.1 in the file, and not a string
                        dim=1,x               | column 7 of dim=1,x: "dim" is the number 100 in the base
                        config=5              | "config" as a whole cannot be overridden
                        layers.2.size=1       | "layers" is a list of 2 items, which has no "2". Its items are 0 to 1
                        layers.x=1            | which has no "x"
                        layers.0.sise=1       | there is no "sise" in that item
                        layers.0.size=1..3    | an item of a list takes values separated by commas
                        ~layers.0             | an item of a list cannot be deleted
                        mixed.0=5             | the list "mixed" holds ${…}
                        dim=${nope}           | ${nope}
                        dim=${a b}            | ${a b}
                        params.seconds.x=1    | "params.seconds" is varied as a whole
                        params.a.b=1          | "params.a.b" leads into a value of params
                        run.parallel=1,2      | "run.parallel" is one value for the whole sweep
                        jvm.opts=a            | "jvm.opts"
                        jvm.opts=a,b          | there is no "jvm.opts"
                        run.exectuor=x        | exectuor
                        run.parallel=x        | "run.parallel" must be auto or a whole number
                        environment.A=[1]     | the variable "A" must be a text
                        flow=flows/Nope.java  | Nope.java does not exist
                        hydra.launcher.n=4    | there is no "hydra" here
                        hydra/launcher=x      | there is no "hydra" here
                        """)
        void areRefusedWhereTheyDoNotFit(String override, String problem) {
            assertThat(folder.problems(SWEEP, override)
                            .replaceAll("\n.*\n.*\\^", ".")
                            .replace(".\n    ", ". "))
                    .contains(problem);
        }

        @ParameterizedTest
        @CsvSource({
            "dim=1, config.dim=2",
            "opt={lr:0.5}, opt.lr=0.6",
            "opt.lr=0.6, opt={lr:0.5}",
            "layers.0.size=1, layers.1.size=2;3",
            "layers.0.size=1;2, layers.1.size=2",
            "layers.0.size=1, layers=[]",
            "layers.0.size=1, ~layers"
        })
        void areRefusedWhereTheyOverlap(String one, String other) {
            assertThat(folder.problems(SWEEP, one.replace(';', ','), other.replace(';', ',')))
                    .contains("is overridden by " + one.replace(';', ',') + ", too");
        }

        @Test
        void tellAllThatIsWrongAtOnce() {
            assertThat(folder.problems(SWEEP, "dmi=5", "+dim=1", "cpu=2").split("column 1: "))
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    space { zip { a = [1, 2], b = [3, 4] } }               | varied inside of zip
                    space { zip { a = [1, 2], b = [3, 4] }, when { if = "a == 1", then { grid { c = [5] } } } } | varied inside of zip
                    space { rows = [ { a = 1, b = 2 }, { a = 2, b = 3 } ] } | varied inside of rows
                    space { union = [ { grid { a = [1, 2] } }, { grid { a = [7] } } ] } | varied inside of union
                    sample { n = 3, axes { a { uniform = [0, 1] } } }      | varied inside of sample
                    bindings { X { a = 5 }, Y { a = 6 } }                  | set by the bindings
                    derive { a = "b + 1" }                                 | derived at s.conf:3
                    """)
    void ofAPathThatBelongsToOthersNamesTheNode(String space, String problem) {
        assertThat(folder.problems("config { a = 1, b = 2, c = 0 }\n" + space, "a=9"))
                .contains("\"config.a\" is", problem);
    }

    @Nested
    class OfAGroup {

        private static final String GROUPED = """
                config { cpu = 1 }
                grid { net { group = "net/*.conf", default = wide } }
                """;

        @BeforeEach
        void options() {
            folder.write("net/wide.conf", "name = wide, layers = 2");
            folder.write("net/deep.conf", "name = deep, layers = 9");
            folder.write("net/tiny.conf", "name = tiny, layers = 1");
        }

        private List<Object> chosen(String... overrides) {
            return values(folder.load(GROUPED, overrides).axes().get(0));
        }

        @Test
        void chooseOptions() {
            assertThat(chosen()).containsExactly("deep", "tiny", "wide");
            assertThat(chosen("net=deep")).containsExactly("deep");
            assertThat(chosen("net=wide,deep")).containsExactly("wide", "deep");
            assertThat(chosen("net=glob(*,exclude=d*)")).containsExactly("tiny", "wide");
            Variant deep = new Variants(folder.load(GROUPED, "net=deep")).get(0);
            assertThat(deep.config().get("net")).isEqualTo(Map.of("name", "deep", "layers", 9L));
        }

        @Test
        void changeWhatAnyOptionHas() {
            Variants variants = new Variants(folder.load(GROUPED, "net.layers=5"));
            assertThat(variants.size()).isEqualTo(3);
            assertThat(variants.get(0).config().get("net")).isEqualTo(Map.of("name", "deep", "layers", 5L));
        }

        @Test
        void areRefusedWithTheOptionsThatThereAre() {
            assertThat(folder.problems(GROUPED, "net=depe")).contains("no option \"depe\"", "Did you mean \"deep\"?");
            assertThat(folder.problems(GROUPED, "net=glob(x*)")).contains("no option fits", "deep, tiny, wide");
            assertThat(folder.problems(GROUPED, "net=deep,deep")).contains("stands there twice");
        }
    }

    @Nested
    class Normalised {

        @Test
        void areOneTextForWhatIsTheSame() {
            assertThat(folder.load(SWEEP).source().overrides()).isEmpty();
            assertThat(folder.load(SWEEP, "dim=5.0", "cpu=range(1,3)").source().overrides())
                    .containsExactly("config.cpu=1,2", "config.dim=5");
            assertThat(folder.load(SWEEP, "config.cpu=1..2", "dim=5").source().overrides())
                    .containsExactly("config.cpu=1,2", "config.dim=5");
            assertThat(folder.load(SWEEP, "version=1.10").source().overrides())
                    .containsExactly("config.version='1.10'");
        }

        @Test
        void keepTheOrderOfNewAxes() {
            assertThat(folder.load(SWEEP, "opt.type=a,b", "dim=1,2", "cpu=2")
                            .source()
                            .overrides())
                    .containsExactly("config.cpu=2", "config.opt.type=a,b", "config.dim=1,2");
        }
    }

    @Test
    void readNothingOutsideOfTheProject() {
        Path outside = folder.write("../outside.conf", "x = 1");
        assertThat(folder.problems("config = \"../outside.conf\"")).contains("lies outside the project");
        assertThat(folder.problems("config = \"" + outside + "\"")).contains("lies outside the project");
        assertThat(folder.problems("config = \"a\\u0000b\"")).contains("is no path");
    }
}
