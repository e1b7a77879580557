package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.file.resolve.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is wrong with a sweep is refused with its place, the offending text and a way out, in a file and on the command line
 * alike, and nothing is written.
 */
class StrictnessTest {

    private static final String SWEEP = """
            config { cpu = 1, dim = 100, opt { lr = 0.1 }, layers = [ { size = 16 }, { size = 32 } ] }
            params { seconds = 5 }
            """;

    @TempDir
    Path dir;

    private SweepFolder folder;

    @BeforeEach
    void project() {
        folder = SweepFolder.in(dir);
        folder.write("settings/a.conf", "cpu = 5");
        folder.write("net/wide.conf", "layers = 2");
        folder.write("base.conf", "cpu = 1");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            unknown path     | grid { dmi = [1] }                      | the config has no "dmi"      | Did you mean "dim"?
            unknown path     | grid { opt.lrr = [1] }                  | the config has no "opt.lrr"  | Did you mean "opt.lr"?
            unknown path     | space { zip { dmi = [1], cpu = [2] } }  | the config has no "dmi"      | Did you mean "dim"?
            unknown path     | grid { run.executer = [inline] }        | "run.executer"               | Did you mean "executor"?
            unknown name     | grid { cpu = [1] }, where = "cup > 0"   | there is no "cup"            | Did you mean cpu?
            type change      | grid { cpu = [a] }                      | but the string a in the grid | "cpu" is the number 1 in the base
            type change      | grid { opt = [adam] }                   | the string adam in the grid  | "opt" is the object
            type change      | bindings { A { cpu = x } }              | the string x                 | the number 1
            unknown key      | girid { cpu = [1] }                     | unknown key "girid"          | Did you mean "grid"?
            unknown key      | run { paralel = 3 }                     | unknown key "run.paralel"    | Did you mean "parallel"?
            unknown key      | grid { cpu { from = 1, too = 2 } }      | unknown key "too"            | Did you mean "to"?
            unknown key      | sample { n = 2, sed = 1, axes { cpu = [1] } } | "sample.sed"           | Did you mean "seed"?
            empty axis       | grid { cpu = [] }                       | axis "cpu" has no values     | Give at least one, or remove the axis.
            empty axis       | grid { cpu {} }                         | axis "cpu" is empty          | Give it values, or remove it.
            unequal zip      | space { zip { cpu = [1, 2], dim = [1, 2, 3] } } | 2 of config.cpu, 3 of config.dim | parts of one size
            where: nothing   | grid { cpu = [1] }, where = "cpu > 5"   | cpu > 5                      | Admit at least one.
            where: no truth  | grid { cpu = [1] }, where = "cpu + 1"   | cpu + 1                      | must be true or false
            where: =         | grid { cpu = [1] }, where = "cpu = 1"   | cpu = 1                      | Compare with ==
            value twice      | grid { cpu = [1, 2, 1.0] }              | has the value 1 twice        | Keep one.
            list index       | grid { layers.2.size = [1] }            | "layers.2.size"              | Vary the whole list
            missing group    | grid { net { group = "nte/*.conf" } }   | no file matches "nte/*.conf" | Did you mean "net"?
            missing option   | grid { net { group = "net/*.conf", default = wied } } | has no option "wied" | Did you mean "wide"?
            missing bindings | bindings = "setings/*.conf"             | "setings/*.conf"             | Did you mean "settings"?
            missing rows     | space { rows = runs.csv }               | runs.csv                     | s.conf
            range            | grid { cpu { range = [1, 10] } }        | "range" is no domain         | Write { from
            range            | grid { cpu = "range(1,10)" }            | range(1,10)                  | There are no functions in a sweep file.
            logspace         | grid { opt.lr { logspace = [1, 10] } }  | "logspace" is no domain      | geomspace
            sizeless         | grid { opt.lr { uniform = [0, 1] } }    | uniform has no number of values | sample
            both             | grid { cpu = [1] }, space { grid { dim = [1] } } | "grid"              | "space"
            """)
    void inAFile(String what, String line, String text, String cure) throws IOException {
        Map<Path, Long> before = files();
        String problem = folder.problems(SWEEP + line);
        assertThat(problem).startsWith("s.conf:4: ").contains(text).contains(cure);
        assertThat(problem.lines().filter(l -> l.startsWith("s.conf:"))).hasSize(1);
        before.put(dir.resolve("s.conf"), Files.size(dir.resolve("s.conf")));
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            unknown path    | dmi=1                   | column 1: the config has no "dmi"      | Did you mean "dim"?
            unknown path    | dmi=1,2                 | column 1: the config has no "dmi"      | Did you mean "dim"?
            unknown path    | run.executer=inline     | run.executer                           | Did you mean "executor"?
            unknown name    | --where=cup > 0         | --where: there is no "cup"             | Did you mean cpu?
            type change     | dim=x                   | column 1: "dim" is the number 100      | ++dim=x changes its kind
            type change     | dim=1,x                 | column 7 of dim=1,x: "dim" is the number 100 | the string x
            unknown key     | run.paralel=3           | run.paralel                            | Did you mean "parallel"?
            unknown key     | opt={lrr:1}             | "opt" has no "lrr"                     | Did you mean "lr"?
            empty axis      | dim=range(1,1)          | range(1,1)                             | 1..1 includes it
            where: nothing  | --where=cpu > 5         | cpu > 5                                | Admit at least one.
            where: no truth | --where=cpu + 1         | cpu + 1                                | must be true or false
            where: =        | --where=cpu = 1         | cpu = 1                                | Compare with ==
            value twice     | cpu=1,2,1.0             | column 9 of cpu=1,2,1.0: the value 1 stands there twice | Keep one.
            list index      | layers.2.size=1         | column 1: "layers" is a list of 2 items, which has no "2" | Its items are 0 to 1
            missing option  | net=wied                | no option "wied"                       | Did you mean "wide"?
            missing file    | flow=flows/Matmul.java  | flows/Matmul.java does not exist       | Did you mean "MatMul.java"?
            sizeless        | dim=interval(1,5)       | column 5                               | sample
            half open       | dim=range(5,1)          | range(5,1)                             | the sign of the way
            """)
    void onTheCommandLine(String what, String override, String text, String cure) throws IOException {
        String file = SWEEP + "grid { cpu = [1, 2], net { group = \"net/*.conf\" } }";
        folder.load(file);
        Map<Path, Long> before = files();
        String problem = folder.problems(file, override);
        assertThat(problem).contains(text).contains(cure);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void missingIncludesAreNamedAtTheirLineWithWhatIsThere() {
        assertThat(folder.problems("config {\n include \"bsae.conf\"\n}"))
                .startsWith("s.conf:3: ")
                .contains("\"bsae.conf\" does not exist")
                .contains("Did you mean \"base.conf\"?");
        folder.write("base.conf", "a = 1\ninclude \"net/wied.conf\"");
        assertThat(folder.problems("config { include \"base.conf\" }"))
                .startsWith("base.conf:2: ")
                .contains("\"net/wied.conf\" does not exist")
                .contains("Did you mean \"wide.conf\"?");
        assertThat(folder.problems("config = bsae.conf"))
                .startsWith("s.conf:2: ")
                .contains("Did you mean \"base.conf\"?");
    }

    @Test
    void equalVariantsAreReportedAndMerged() {
        Variants variants =
                folder.variants(SWEEP + "space { union = [ { grid { cpu = [1, 2] } }, { grid { cpu = [2.0, 3] } } ] }");
        assertThat(variants.stream().map(v -> v.point().get("config.cpu"))).containsExactly(1L, 2L, 3L);
        assertThat(variants.warnings())
                .singleElement()
                .asString()
                .startsWith("1 point of the space equals an earlier one");
    }

    @Test
    void versionsKeepTheirTextWhereverTheyStand() {
        Variants variants = folder.variants("""
                config { db { version = 1.9 }, dependencies { "org.duckdb:duckdb_jdbc" = 1.9.0 } }
                grid { db.version = [1.9, 1.10], params.tool-version = [1.20], dependencies."org.duckdb:duckdb_jdbc" = [1.10] }
                """);
        assertThat(variants.get(1).config().toString()).contains("version=1.10", "org.duckdb:duckdb_jdbc=1.10");
        assertThat(variants.get(1).params()).containsEntry("tool-version", "1.20");
        Variants overridden = new Variants(
                folder.load("config { db { version = 1.9 } }", "db.version=1.10", "params.tool-version=1.20,1.30"));
        assertThat(overridden.get(0).config().toString()).contains("version=1.10");
        assertThat(overridden.stream().map(v -> v.params().get("tool-version"))).isEqualTo(List.of("1.20", "1.30"));
    }

    /** All files of the project with their sizes. */
    private Map<Path, Long> files() throws IOException {
        Map<Path, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.size(file));
            }
        }
        return files;
    }
}
