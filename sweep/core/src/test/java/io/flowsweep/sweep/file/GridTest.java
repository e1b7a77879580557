package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.domain.Domain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {

    private static final String BASE =
            "config { cpu = 1, dim = 2, z = null, name = x, on = true, xs = [1], opt { lr = 0.1,"
                    + " type = sgd }, window { from = 1, to = 2 }, run = 1 }\n";

    private final SweepFolder folder;

    GridTest(@TempDir Path dir) {
        folder = SweepFolder.in(dir);
    }

    private List<Axis> axes(String grid) {
        return folder.load(BASE + "grid { " + grid + " }").axes();
    }

    private List<Object> values(String grid) {
        Domain domain = axes(grid).get(0).domain();
        return LongStream.range(0, domain.size()).mapToObj(domain::get).toList();
    }

    private String problems(String grid) {
        return folder.problems(BASE + "grid { " + grid + " }");
    }

    @Nested
    class Order {

        @Test
        void isThatOfTheTextAlsoOnOneLine() {
            assertThat(axes("z = [1], dim = [1], cpu = [1], opt { type = [a], lr = [1] }"))
                    .extracting(Axis::path)
                    .containsExactly("config.z", "config.dim", "config.cpu", "config.opt.type", "config.opt.lr");
        }

        @Test
        void isTheSameForDottedPathsNestedObjectsAndRoots() {
            assertThat(
                            axes(
                                    "opt.type = [a], params.s = [1], config { z = [1], cpu = [2] }, opt { lr = [1] }, dim = [1]"))
                    .extracting(Axis::path)
                    .containsExactly(
                            "config.opt.type", "params.s", "config.z", "config.cpu", "config.opt.lr", "config.dim");
        }

        @Test
        void keepsThePlaceWhereAnAxisFirstStands() {
            assertThat(axes("z = [1]\ncpu = [1]\nz += 2"))
                    .extracting(Axis::name)
                    .containsExactly("z", "cpu");
            assertThat(values("z = [1]\ncpu = [1]\nz += 2")).containsExactly(1L, 2L);
        }
    }

    @Nested
    class Domains {

        @Test
        void areListsWhoseItemsMayBeListsAndObjects() {
            assertThat(values("xs = [[1, 2], [3]]")).containsExactly(List.of(1L, 2L), List.of(3L));
            assertThat(values("opt = [{ type = adam }, { type = sgd, lr = 1.0 }]"))
                    .containsExactly(Map.of("type", "adam"), Map.of("type", "sgd", "lr", 1L));
            assertThat(values("z { values = [1, two] }")).containsExactly(1L, "two");
            assertThat(values("z = [null, 1]")).containsExactly(null, 1L);
        }

        @Test
        void areInclusiveRanges() {
            assertThat(values("cpu { from = 1, to = 3 }")).containsExactly(1L, 2L, 3L);
            assertThat(values("opt.lr { from = 0.1, to = 0.3, step = 0.1 }")).containsExactly(0.1, 0.2, 0.3);
            assertThat(values("cpu { from = 3, to = 1, step = -1 }")).containsExactly(3L, 2L, 1L);
        }

        @Test
        void areNoDomainsWhereTheBaseHasThoseKeys() {
            assertThat(axes("window { from = [1, 2], to = [3] }"))
                    .extracting(Axis::path)
                    .containsExactly("config.window.from", "config.window.to");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "cpu = []                          | axis \"cpu\" has no values",
                    "cpu { values = [] }               | axis \"cpu\" has no values",
                    "cpu = [1, 2, 1.0]                 | axis \"cpu\" has the value 1 twice",
                    "cpu = [1e400]                     | too large",
                    "cpu = 5                           | axis \"cpu\" must be a list or { from, to, step }, but is 5. Write [5]",
                    "cpu = null                        | must be a list",
                    "cpu = \"1..15\"                   | Write { from = …, to = … }, both ends included.",
                    "cpu = \"range(1,10)\"             | There are no functions",
                    "cpu {}                            | axis \"cpu\" is empty",
                    "cpu { from = 1 }                  | axis \"cpu\" needs both from and to",
                    "cpu { from = 1, too = 2 }         | axis \"cpu\": unknown key \"too\". Did you mean \"to\"?",
                    "cpu { from = 1, to = 3, step = 0 }  | step != 0 must hold",
                    "cpu { from = 3, to = 1 }          | step must be negative",
                    "cpu { from = 1, to = 3, step = -1 } | step must be positive",
                    "cpu { from = a, to = 3 }          | \"from\" must be a number, but is a",
                    "cpu { from = 1, to = 2, values = [1] } | has values and more",
                    "cpu { range = [1, 10] }           | \"range\" is no domain. Write { from",
                    "cpu { logspace = [1, 10] }        | \"logspace\" is no domain",
                    "cpu { uniform = [0, 1] }          | uniform has no number of values, and a grid needs one",
                    "cpu { linspace { from = 1, to = 2 } } | linspace needs from, to, n",
                    "cpu { group = \"x/*.conf\" }      | no file matches \"x/*.conf\"",
                    "params.p { group = \"x/*.conf\" } | a group is a part of a config",
                    "cpu { group = \"../../*.conf\" }  | lies outside the project"
                })
        void thatAreWrongAreReported(String axis, String problem) {
            assertThat(problems(axis)).startsWith("s.conf:3: ").contains(problem);
        }

        @Test
        void tellTheLineOfTheValue() {
            assertThat(problems("cpu = [\n1\n2\n1\n]")).startsWith("s.conf:6: ");
        }
    }

    @Nested
    class Paths {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "dmi = [1]            | the config has no \"dmi\". Did you mean \"dim\"?",
                    "opt.lrr = [1]        | the config has no \"opt.lrr\". Did you mean \"opt.lr\"?",
                    "opt { lrr = [1] }    | the config has no \"opt.lrr\". Did you mean \"opt.lr\"?",
                    "cpu.x = [1]          | the config has no \"cpu.x\"",
                    "xs.0 = [5]           | \"xs.0\" cannot vary: \"xs\" is a list. Vary the whole list",
                    "cpu = [1], config.cpu = [2] | two axes vary \"config.cpu\"",
                    "opt = [{lr=1}], config.opt.lr = [2] | two axes vary \"config.opt\"",
                    "cpu = [1] }, grid { cpu = [2] | \"grid.cpu\" is given twice, first at s.conf:3, and only the last would count",
                    "cpu = [1] }, grid { cpu { from = 1, to = 2 } | \"grid.cpu\" is given twice",
                    "cpu { from = 1, to = 2 } }, grid { cpu { from = 1, to = 3 } | \"grid.cpu\" is given twice",
                    "opt = [{lr=1}] }, sample { n = 1, axes { opt.lr = [2] } | two axes vary \"config.opt\"",
                    "run.resources.cpu { from = 1, to = -1, step = -1 } | cpu must be a whole number of at least 0, but got -1",
                    "run.resources.cpu { from = 1, to = 2, step = 0.5 } | cpu must be a whole number of at least 0, but got 1.5",
                    "config = [1]         | \"config\" cannot vary as a whole",
                    "params.a.b = [1]     | \"a.b\" is no parameter",
                    "run { executer = [inline] } | \"run.executer\" cannot vary. Did you mean \"executor\"?",
                    "run.parallel = [1, 2] | \"run.parallel\" is one value for the whole sweep and cannot vary",
                    "run.variant_timeout = [5] | \"run.variant_timeout\" must be a duration above 0 with its unit",
                    "jvm.heap = [1]       | there is no \"jvm.heap\". There are: home, options",
                    "jvm.home = [true]    | \"jvm.home\" must be the folder of a JDK, or the version of one on this machine",
                    "environment.A = [[1]] | the variable \"A\" must be a text, but is [1]",
                    "environment.A.b = [1] | \"A.b\" is no variable",
                    "run = [1]            | \"run\" cannot vary as a whole",
                    "flow = [MatMull.java] | the flow "
                })
        void thatLeadNowhereAreReported(String axis, String problem) {
            assertThat(problems(axis)).startsWith("s.conf:3: ").contains(problem);
        }

        @Test
        void ofAConfigKeyCalledLikeARootAreSpeltOut() {
            assertThat(axes("config.run = [1, 2]")).extracting(Axis::path).containsExactly("config.run");
        }

        @Test
        void needAConfig() {
            assertThat(folder.problems("grid { cpu = [1] }"))
                    .isEqualTo("s.conf:2: \"cpu\" cannot vary: the sweep file has no config."
                            + " Add config { … } with its base value, or write params.cpu for a parameter.");
            assertThat(folder.load("grid { params.cpu = [1] }")
                            .variation()
                            .space()
                            .size())
                    .isEqualTo(1);
        }

        @Test
        void ofSeveralBlocksAreTogetherInOneGridAndReplaceThoseOfAnInclude() {
            folder.write("axes.conf", "grid { cpu = [1], dim = [1] }");
            assertThat(folder.load(BASE + "include \"axes.conf\"\ngrid { cpu = [2] }\ngrid { opt { lr = [1] } }\n"
                                    + "grid { opt { type = [a] }, z { from = 1 } }\ngrid { z { to = 2 } }")
                            .axes())
                    .extracting(axis -> axis.path() + " " + axis.domain().get(0))
                    .containsExactly(
                            "config.cpu 2", "config.dim 1", "config.opt.lr 1", "config.opt.type a", "config.z 1");
        }

        @Test
        void throughASubstitutionOrAnIncludeExist() {
            folder.write("base.conf", "deep { x = 1 }");
            assertThat(folder.load("config { include \"base.conf\", d { y = 1 }, e = ${d} }\n"
                                    + "grid { deep.x = [1], e.y = [2] }")
                            .axes())
                    .hasSize(2);
        }

        @Test
        void anEmptyGridIsReported() {
            assertThat(problems("")).startsWith("s.conf:3: the grid has no axis");
        }
    }

    @Nested
    class Kinds {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "name = [1]           | \"name\" is the string x in the base, but the number 1 in the grid. Put it in double quotes.",
                    "cpu = [.1]           | \"cpu\" is the number 1 in the base, but the string .1 in the grid. A number is written 0.1",
                    "cpu = [1_000]        | the string 1_000 in the grid",
                    "cpu = [0x10]         | the string 0x10 in the grid",
                    "cpu = [123456789012345678901] | the string 123456789012345678901 in the grid",
                    "on = [on]            | the string on in the grid. Write true or false.",
                    "xs = [1, 2]          | \"xs\" is the list [1] in the base, but the number 1 in the grid",
                    "opt = [adam]         | in the base, but the string adam in the grid",
                    "name { from = 1, to = 2 } | the string x in the base, but the number 1 in the grid",
                    "params.p = [text]    | the number 5 in the base, but the string text in the grid"
                })
        void thatChangeAreReported(String axis, String problem) {
            assertThat(folder.problems("params { p = 5 }\n" + BASE + "grid { " + axis + " }"))
                    .startsWith("s.conf:4: ")
                    .contains(problem);
        }

        @ParameterizedTest
        @ValueSource(strings = {"z = [1]", "z = [a]", "z = [[1]]", "cpu = [null, 2]", "cpu = [2.5]", "on = [false]"})
        void thatFitAreNot(String axis) {
            assertThat(problems(axis)).isEmpty();
        }
    }
}
