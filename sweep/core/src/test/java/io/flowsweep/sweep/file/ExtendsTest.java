package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep file that goes on from another one. */
class ExtendsTest {

    @TempDir
    private Path dir;

    private SweepFolder folder;

    @BeforeEach
    void writeBase() {
        folder = SweepFolder.in(dir);
        folder.write("base.conf", """
                name = base
                flow = flows/MatMul.java
                let { most = 3 }
                config { lr = 0.1, depth = 2, opt { name = sgd, beta = 0.9 } }
                tags = [base]
                grid {
                  lr { from = 1, to = ${let.most} }
                  depth = [1, 2]
                  opt.beta { linspace = [0, 1, 3] }
                }
                repeats { n = 5 }
                run { parallel = 2, executor = inline }
                """);
    }

    @Test
    void replacesAnAxisInItsPlaceAndAddsNewOnesAfterTheOthers() {
        List<String> names = names("""
                extends = base.conf
                grid { opt { name = [adam], beta { geomspace = [0.1, 1, 2] } }, lr = [7], depth = [4] }
                """);

        assertThat(names).containsExactly("lr=7,depth=4,beta=0.1,name=adam", "lr=7,depth=4,beta=1,name=adam");
    }

    @Test
    void knowsAnAxisByEitherSpelling() {
        assertThat(names("extends = base.conf\ngrid { config.lr = [7], config.depth = [1], opt.beta = [0] }"))
                .containsExactly("beta=0,lr=7,depth=1");
    }

    @Test
    void hasItsOwnWordWhereItSaysSomething() {
        SweepSpec spec = folder.load("""
                extends = base.conf
                let { most = 1 }
                config { depth = 9 }
                tags += mine
                repeats = 2
                grid { opt.beta = [0.5] }
                run { parallel = 1 }
                """);

        assertThat(spec.name()).isEqualTo("s");
        assertThat(spec.repeats().n()).isEqualTo(2);
        assertThat(spec.tags()).containsExactly("base", "mine");
        assertThat(spec.run().parallel()).hasValue(1);
        assertThat(spec.run().executor()).isEqualTo("inline");
        assertThat(new Variants(spec).stream().map(Variant::name))
                .containsExactly("lr=1,depth=1,beta=0.5", "lr=1,depth=2,beta=0.5");
        assertThat(spec.source().files()).contains(dir.resolve("s.conf"), dir.resolve("base.conf"));
    }

    @Test
    void hasASpaceInsteadOfAGrid() {
        assertThat(names("extends = base.conf\nspace { zip { lr = [1, 2], depth = [3, 4] } }"))
                .containsExactly("lr=1,depth=3", "lr=2,depth=4");
    }

    @Test
    void goesOnFromAFileThatGoesOnFromAnother() {
        folder.write("middle.conf", "extends = base.conf\ngrid { depth = [5], opt.beta = [0] }");
        assertThat(names("extends = middle.conf\ngrid { lr = [1] }")).containsExactly("lr=1,depth=5,beta=0");
    }

    @Test
    void tellsTheFileThatIsWrong() {
        folder.write("base.conf", "config { lr = 1 }\ngrid {\n  lrr = [1]\n}");
        assertThat(folder.problems("extends = base.conf\ngrid { dept = [1] }"))
                .contains("base.conf:3: ")
                .contains("lrr")
                .contains("s.conf:3: ")
                .contains("dept");
    }

    @Test
    void refusesACircleWithTheChain() {
        folder.write("a.conf", "extends = b.conf");
        folder.write("b.conf", "\nextends = s.conf");
        assertThat(folder.problems("extends = a.conf"))
                .contains("b.conf:2: ")
                .contains("s.conf extends itself: s.conf → a.conf → b.conf → s.conf");
    }

    @Test
    void refusesWhatIsNoFileOfTheProject() {
        assertThat(folder.problems("extends = bas.conf")).contains("s.conf:2: ").contains("bas.conf");
        assertThat(folder.problems("extends = \"../../x.conf\""))
                .contains("s.conf:2: ")
                .contains("outside");
        assertThat(folder.problems("extends = 5")).contains("s.conf:2: \"extends\" must be the name of a sweep file");
        assertThat(folder.problems("extends = ${let.x}")).contains("must be the name of a sweep file");
        folder.write("file.conf", "config = other.conf");
        assertThat(folder.problems("extends = file.conf\nconfig { a = 1 }")).contains("cannot be merged");
    }

    private List<String> names(String text) {
        return folder.variants(text).stream().map(Variant::name).toList();
    }
}
