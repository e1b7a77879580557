package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nodes of a space, as a sweep file writes them. */
class SpaceFileTest {

    private static final String BASE = """
            config { lr = 0.1, depth = 2, opt = sgd, momentum = 0, on = true, version = "1.0", total = 0
              area = ${depth}${depth} }
            """;

    private final SweepFolder folder;

    SpaceFileTest(@TempDir Path dir) {
        folder = SweepFolder.in(dir);
    }

    private Variants variants(String text) {
        return folder.variants(BASE + text);
    }

    private List<String> names(String text) {
        return variants(text).stream().map(Variant::name).toList();
    }

    private String problems(String text) {
        return folder.problems(BASE + text);
    }

    @Nested
    class Nodes {

        @Test
        void inOneObjectAreMultipliedInTheOrderOfTheText() {
            assertThat(names("space { zip { lr = [1, 2], depth = [3, 4] }, grid { opt = [a, b] } }"))
                    .containsExactly(
                            "lr=1,depth=3,opt=a", "lr=1,depth=3,opt=b", "lr=2,depth=4,opt=a", "lr=2,depth=4,opt=b");
            assertThat(names("space { product = [ { grid { opt = [a, b] } }, { grid { lr = [1] } } ] }"))
                    .containsExactly("opt=a,lr=1", "opt=b,lr=1");
        }

        @Test
        void keepTheOrderOfAxesInsideListsToo() {
            assertThat(variants(
                                    "space { union = [ { grid { opt = [a], lr = [1] } }, { grid { depth = [3], lr = [2] } } ] }")
                            .space()
                            .axes())
                    .extracting(Axis::name)
                    .containsExactly("opt", "lr", "depth");
        }

        @Test
        void ofAUnionComeOneAfterTheOtherWithoutRepetition() {
            Variants variants = variants("""
                    space { union = [
                      { grid { lr = [0.1, 1] } }
                      { grid { lr = [1, 2], depth = [2] } }
                    ] }
                    """);
            assertThat(variants.stream().map(Variant::name)).containsExactly("lr=0.1", "lr=1", "lr=2,depth=2");
            assertThat(variants.warnings())
                    .containsExactly("1 point of the space equals an earlier one and is left out");
            assertThat(variants.get(2).config()).containsEntry("area", "22");
        }

        @Test
        void ofAnAblationChangeOneThingAtATime() {
            assertThat(names("space { ablation { lr = [0.01, 0.1, 1], depth = [4], on = [false] } }"))
                    .containsExactly(
                            "lr=0.1,depth=2,on=true",
                            "lr=0.01,depth=2,on=true",
                            "lr=1,depth=2,on=true",
                            "lr=0.1,depth=4,on=true",
                            "lr=0.1,depth=2,on=false");
        }

        @Test
        void mayDependOnOthers() {
            assertThat(names("""
                    space {
                      grid { opt = [adam, sgd], depth = [2, 3] }
                      when { if = "opt == 'sgd'", then { grid { momentum = [0.5, 0.9] } } }
                    }
                    """))
                    .containsExactly(
                            "opt=adam,depth=2",
                            "opt=adam,depth=3",
                            "opt=sgd,depth=2,momentum=0.5",
                            "opt=sgd,depth=2,momentum=0.9",
                            "opt=sgd,depth=3,momentum=0.5",
                            "opt=sgd,depth=3,momentum=0.9");
        }

        @Test
        void mayBeRowsOfObjectsOfCsvAndOfJsonLines() {
            assertThat(names("space { rows = [ { lr = 1, depth = 3 }, { lr = 2 } ] }"))
                    .containsExactly("lr=1,depth=3", "lr=2");
            folder.write("r.csv", "lr,version,opt\n1e-3,1.10,\"a,b\"\n2,2,\n");
            Variants csv = variants("space { rows = r.csv }");
            assertThat(csv.get(0).point())
                    .isEqualTo(Map.of("config.lr", 0.001, "config.version", "1.10", "config.opt", "a,b"));
            assertThat(csv.get(1).point()).isEqualTo(Map.of("config.lr", 2L, "config.version", "2"));
            folder.write("r.jsonl", "{\"lr\": 1}\n\n{\"lr\": 2.5, \"on\": false}\n");
            assertThat(names("space { rows = r.jsonl }")).containsExactly("lr=1", "lr=2.5,on=false");
        }

        @Test
        void mayBeBindings() {
            Variants inline = variants(
                    "bindings { B { lr = 5, params.s = 1 }, A { depth = 7 } }\nparams.s = 0\ngrid.on = [true]");
            assertThat(inline.stream().map(Variant::name)).containsExactly("binding=B,on=true", "binding=A,on=true");
            assertThat(inline.get(0).config()).containsEntry("lr", 5L);
            assertThat(inline.get(0).params()).isEqualTo(Map.of("s", 1L));
            assertThat(inline.get(1).params()).isEqualTo(Map.of("s", 0L));
            folder.write("settings/base.EXP_02.yaml", "depth: 9");
            folder.write("settings/base.EXP_01.conf", "depth = 8\nopt = \"d\"${depth}");
            Variants files = variants("bindings = \"settings/*.EXP_*.*\"");
            assertThat(files.stream().map(Variant::name)).containsExactly("binding=EXP_01", "binding=EXP_02");
            assertThat(files.get(0).config()).containsEntry("opt", "d8").containsEntry("area", "88");
        }

        @Test
        void mayBeDrawn() {
            String sample = "sample { method = %s, n = 16, seed = 3, axes { lr { loguniform = [1e-4, 1e-1] }, "
                    + "depth { randint { from = 1, to = 4 } }, opt = [a, b], momentum { normal { mean = 0, sd = 1 } } } }";
            for (String method : List.of("random", "lhs", "sobol", "halton")) {
                Variants variants = variants(sample.formatted(method));
                assertThat(variants.size()).isEqualTo(16);
                assertThat(variants.stream().map(v -> (Double) v.config().get("lr")))
                        .allMatch(lr -> lr >= 1e-4 && lr <= 1e-1);
                assertThat(variants.stream().map(Variant::name)).doesNotHaveDuplicates();
            }
            assertThat(variants("grid { on = [true, false] }\n" + sample.formatted("lhs"))
                            .size())
                    .isEqualTo(32);
        }

        @Test
        void mayBeSpacedByEqualDistancesAndRatios() {
            assertThat(names("grid { lr { linspace = [0, 1, 5] } }"))
                    .containsExactly("lr=0", "lr=0.25", "lr=0.5", "lr=0.75", "lr=1");
            assertThat(names("grid { lr { geomspace { from = 1e-4, to = 1e-1, n = 4 } } }"))
                    .containsExactly("lr=0.0001", "lr=0.001", "lr=0.01", "lr=0.1");
        }
    }

    @Nested
    class Conditions {

        @Test
        void admitPoints() {
            assertThat(names("grid { lr = [1, 2, 3], depth = [1, 2, 3] }\nwhere = \"lr * depth <= 3 and lr != 2\""))
                    .containsExactly("lr=1,depth=1", "lr=1,depth=2", "lr=1,depth=3", "lr=3,depth=1");
            assertThat(names("grid { lr = [1, 2, 3] }\nwhere = [\"lr > 1\", \"config.lr < 3\"]"))
                    .containsExactly("lr=2");
        }

        @Test
        void mayNameWhatFollowsFromThePoint() {
            assertThat(names("grid { depth = [1, 2, 3] }\nlet { most = 22 }\nwhere = \"area == '11' or area == '33'\""))
                    .containsExactly("depth=1", "depth=3");
            assertThat(names("let { most = 2 }\ngrid { depth = [1, 2, 3] }\nwhere = \"depth <= let.most\""))
                    .containsExactly("depth=1", "depth=2");
        }

        @Test
        void mayStandAtANode() {
            assertThat(
                            names(
                                    "space { union = [ { grid { lr = [1, 2, 3] }, where = \"lr > 2\" }, { grid { depth = [5] } } ] }"))
                    .containsExactly("lr=3", "depth=5");
        }

        @Test
        void deriveValuesThatTheConfigUses() {
            Variants variants = variants("grid { lr = [1, 2], depth = [3] }\nderive { total = \"lr * depth\" }");
            assertThat(variants.get(1).config()).containsEntry("total", 6L);
            assertThat(variants.get(1).name()).isEqualTo("lr=2,depth=3");
        }
    }

    @Test
    void theOrderIsShuffleThenSkipThenLimit() {
        String grid = "grid { depth { from = 1, to = 100 } }\n";
        List<String> shuffled = names(grid + "shuffle = 7");
        assertThat(shuffled).hasSize(100).isNotEqualTo(names(grid)).containsExactlyInAnyOrderElementsOf(names(grid));
        assertThat(names(grid + "limit = 5, shuffle = 7, skip = 2")).isEqualTo(shuffled.subList(2, 7));
        assertThat(names(grid + "where = \"depth > 90\", shuffle = 7, limit = 3"))
                .isEqualTo(shuffled.stream()
                        .filter(name -> Integer.parseInt(name.substring(6)) > 90)
                        .limit(3)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "space { grid { lr = [1] } }, grid { lr = [2] } | \"grid\" and \"space\" cannot stand side by side",
                "space { grdi { lr = [1] } }        | \"grdi\" is no node of a space. Did you mean \"grid\"?",
                "space { lr = [1] }                 | \"lr\" is no node of a space. Axes stand in a grid: grid { lr = … }.",
                "space { }                          | a space needs a node",
                "space { zip { lr = [1, 2], depth = [1] } } | a zip needs parts of one size, but got 2 of config.lr, 1 of config.depth",
                "space { union = [] }               | \"union\" must be a list of nodes",
                "space { union = [ 5 ] }            | here must stand a node",
                "space { grid { lr = [1] }, zip { lr = [2] } } | two axes vary \"config.lr\", the other at s.conf:4",
                "space { zip = [{ grid { lr = [1] } }, { grid { lr = [2] } }] } | two axes vary \"config.lr\"",
                "space { rows = [{ lr = 1 }] }, space { rows = [{ lr = 2 }] } | \"space.rows\" is given twice, first at s.conf:4, and only",
                "space { ablation { params.x = [1] } } | which has no value for \"params.x\"",
                "space { rows = [] }                | there is no row",
                "space { rows = [ { lrr = 1 } ] }   | the config has no \"lrr\". Did you mean \"lr\"?",
                "space { rows = [ { lr = x } ] }    | \"lr\" is the number 0.1 in the base, but the string x",
                "space { rows = nope.csv }          | there is no file",
                "space { rows = ../../nope.csv }    | lies outside the project",
                "bindings { A { lrr = 1 } }         | the config has no \"lrr\"",
                "bindings { A { lr = x } }          | \"lr\" is the number 0.1 in the base",
                "bindings { }                       | there is no binding",
                "bindings = \"x/*.conf\"            | no file matches",
                "sample { axes { lr { uniform = [0, 1] } } } | a sample needs n",
                "sample { n = 5 }                   | a sample needs axes",
                "sample { n = 5, method = tpe, axes { lr = [1] } } | must be random or lhs or sobol or halton",
                "sample { n = 5, axes { lr { uniform = [1, 0] } } } | axis \"lr\": uniform needs from < to",
                "sample { n = 5, axes { lr { loguniform = [0, 1] } } } | loguniform needs from > 0",
                "sample { n = 5, axes { lr { uniform = [0] } } } | axis \"lr\": uniform needs from, to. Write { uniform { from = …, to = … } }",
                "sample { n = 5, axes { opt { uniform = [0, 1] } } } | \"opt\" is the string sgd in the base",
                "grid { lr { uniform = [0, 1] } }   | uniform has no number of values, and a grid needs one. Draw it: sample {",
                "grid { lr { linspace = [0, 1] } }  | linspace needs from, to, n",
                "grid { lr { geomspace = [0, 1, 3] } } | geomspace needs n >= 2 and two ends of one sign",
                "grid { lr { linspace = [0, 1, 3], from = 1 } } | has linspace and more",
                "where = \"lr > 1\"                 | no point is left by where = \"lr > 1\"",
                "where = \"lr = 1\"                 | ==",
                "where = \"lrr > 1\"                | Did you mean",
                "where = \"lr\"                     | a condition must be true or false",
                "where = 5                          | \"where\" must be a text",
                "derive { nope = \"lr\" }           | the config has no \"nope\"",
                "derive { lr = \"depth\" }, grid { lr = [1] } | \"config.lr\" is an axis and cannot be derived too",
                "derive { total = 5 }               | a derived value must be an expression in quotes",
                "shuffle = yes                      | \"shuffle\" must be a whole number, the seed of the order",
                "limit = 0                          | \"limit\" must be a whole number of at least 1",
                "skip = -1                          | \"skip\" must be a whole number of at least 0",
                "space { when { if = \"lr >\", then { grid { lr = [1] } } } } | s.conf:4",
                "space { when { then { grid { lr = [1] } } } } | a \"when\" needs if and then"
            })
    void whatIsWrongIsReportedWithItsLine(String text, String problem) {
        assertThat(problems(text)).startsWith("s.conf:4: ").contains(problem);
    }

    @Test
    void whatIsWrongInAFileOfRowsHasItsLine() {
        folder.write("r.csv", "lr,depth\n1,2\n1,x\n");
        assertThat(problems("space { rows = r.csv }")).startsWith("r.csv:3: \"depth\" is the number 2 in the base");
        folder.write("r.csv", "lr,depth\n1\n");
        assertThat(problems("space { rows = r.csv }"))
                .startsWith("r.csv:2: ")
                .contains("1 cells, but there are 2 columns");
        folder.write("r.csv", "lr,depth,lr\n1,2,3\n");
        assertThat(problems("space { rows = r.csv }"))
                .isEqualTo("r.csv:1: the first line names a column twice: [lr]. Keep one of them.");
        folder.write("r.jsonl", "{\"lr\": 1}\n{\"lr\": 1, \"lr\": 2}\n");
        assertThat(problems("space { rows = r.jsonl }"))
                .isEqualTo("r.jsonl:2: this line is no row: \"lr\" is given twice");
        folder.write("r.jsonl", "{\"lr\": 1}\n{oops\n");
        assertThat(problems("space { rows = r.jsonl }")).startsWith("r.jsonl:2: ");
    }
}
