package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write out of habits from other tools, languages and editors is told with its line and what to write here. */
class HabitsTest {

    private static final String CONFIG = "config { lr = 0.1, batch = 8, optimizer = sgd, net { depth = 2 } }\\n";

    @TempDir
    Path dir;

    private SweepFolder folder;

    @BeforeEach
    void write() {
        folder = SweepFolder.in(dir);
    }

    private void assertTold(String text, String message) {
        assertThat(folder.problems((CONFIG + text).replace("\\n", "\n"))).startsWith("s.conf:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "grid { optimizer = [“adam”, sgd] } | 3: the quotes of “adam” are typographic ones, which quote nothing."
                        + " Write \"adam\" with straight quotes.",
                "where = ‘lr > 1’ | 3: the quotes of ‘lr > 1’ are typographic",
                "grid:\\n  lr:\\n    - 0.1 | 4: not valid HOCON: Expecting end of input or a comma, got ':', in `lr:`."
                        + " This looks like YAML.",
                "grid { lr = [1, 2] }; | 3: not valid HOCON: Expecting end of input or a comma, got ';', in"
                        + " `grid { lr = [1, 2] };`. Leave the semicolon out",
                "grid { lr == [1] } | 3: not valid HOCON: Expecting a value but got wrong token: '=', in"
                        + " `grid { lr == [1] }`. A value follows one =",
                "params { seed = ${oc.env:SEED} } | 3: not valid HOCON: Token not allowed in path expression: ':', in"
                        + " `params { seed = ${oc.env:SEED} }`. Environment variables are not read in files",
                "grid {\\n  lr = [1, 2]\\n\\n | 3: not valid HOCON: the { of this line is never closed, in `grid {`. Close it with }."
            })
    void ofWriting(String text, String message) {
        assertTold(text, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "parallel = 4 | 3: unknown key \"parallel\". Write it in run { parallel … }.",
                "budget { runs = 3 } | 3: unknown key \"budget\". Write it in run { budget … }.",
                "parameters { lr { values = [1] } } | 3: unknown key \"parameters\". What varies stands in grid { lr = [0.1,",
                "method = bayes | 3: unknown key \"method\". Draw points with sample { method = random, n = 20,",
                "n_trials = 20 | 3: unknown key \"n_trials\". Write sample { n = 20, axes { … } }, or limit = 20.",
                "program = train.py | 3: unknown key \"program\". Write flow { command = [python3, train.py,",
                "grid { lr { grid_search = [1, 2] } } | 3: axis \"lr\": \"grid_search\" is no domain. Write the values as a list.",
                "grid = [{ lr = 1 }] | 3: here must stand an object of axes { … }, not [{\"lr\":1}]. Points as they are"
                        + " listed are space { rows = [",
                "grid { model { depth = [1] } } | 3: the config has no \"model.depth\". Did you mean \"net.depth\"?",
                "sample { n = -3, axes { lr { uniform = [0, 1] } } } | 3: n must be at least 1, but is -3"
            })
    void ofOtherTools(String text, String message) {
        assertTold(text, message);
    }

    @Test
    void ofObjectives() {
        assertTold(
                "metrics { acc { artifact = acc, goal = max } }\\nobjective = acc",
                "3: \"metrics.acc.goal\" must be maximize or minimize, but is \"max\". Did you mean \"maximize\"?");
        assertThat(folder.problems("metrics { acc { artifact = acc, goal = max } }\nobjective = acc"))
                .doesNotContain("has no goal");
        assertTold(
                "objective { metric = acc, goal = maximize }",
                "3: \"objective\" must be the name of a metric. Write objective = NAME, and its goal with the metric");
    }

    @Test
    void quotesWithinQuotesAreMeant() {
        assertThat(folder.problems("config { title = a }\ngrid { title = [\"“adam”\", don’t] }"))
                .isEmpty();
    }

    @Test
    void moreVariantsThanCanRunAreAWarning() {
        String many =
                "config { a = 0, b = 0 }\ngrid { a { linspace = [0, 1, 1000000] }, b { from = 1, to = 1000000 } }\n";

        assertThat(folder.variants(many).warnings())
                .singleElement()
                .asString()
                .startsWith("1000000000000 variants are more than a machine runs: draw some with sample {");
        assertThat(folder.variants(many + "run { budget { runs = 100 } }").warnings())
                .isEmpty();
    }
}
