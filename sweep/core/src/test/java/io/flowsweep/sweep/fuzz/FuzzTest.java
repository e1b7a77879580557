package io.flowsweep.sweep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.expression.Expression;
import io.flowsweep.sweep.expression.ExpressionScope;
import io.flowsweep.sweep.override.SweepOverride;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is written is read or refused: no other exception, no hang, no stack overflow. {@code -Dflowsweep.fuzz=1000000}
 * says how many inputs there are in all; {@code -Dflowsweep.fuzz.seed=N} repeats a run.
 */
@Timeout(3600)
class FuzzTest {

    static final int INPUTS = Integer.getInteger("flowsweep.fuzz", 30_000);

    private static final List<String> EXPRESSIONS = List.of(
            "cpu * dim <= 16000 and backend in ['streams', \"loops\"]",
            "not (lr < 0.1 or seed % 2 == 0) && config.opt.batch-size - 1 > 3",
            "max([1, 2.5e-3, -x]) / pow(2, layers[1].size) != round(log(dim, 2), 2)",
            "{a: 1, \"b c\": [true, null]}['a'] == 1 ? 'yes' : abs(floor(-1.5)) + size('x')",
            "contains(names, 'a') || !flag and name not in names");

    private static final List<String> EXPRESSION_WORDS = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "?",
            ".",
            "+",
            "-",
            "*",
            "/",
            "%",
            "==",
            "=",
            "!=",
            "<",
            "<=",
            ">",
            "!",
            "&&",
            "||",
            "and",
            "or",
            "not",
            "in",
            "true",
            "null",
            "cpu",
            "config",
            "config.dim",
            "names",
            "batch-size",
            "1",
            "0",
            "2.5",
            "1e308",
            "1e999",
            ".5",
            "'a'",
            "\"",
            "'",
            "\\",
            "min(",
            "log(",
            "exp(",
            "pow(",
            "round(",
            "contains(",
            "${",
            "$",
            "layers[0]",
            "**",
            "9223372036854775807",
            "!!",
            "- ");

    private static final List<String> OVERRIDES = List.of(
            "config.opt.lr=0.1,0.2,1e-3",
            "+event='daily run',\"a,b\"",
            "++xs[0].y=[1,{a:b,c:[d]},null]",
            "~debug=true",
            "cpu=1..15..2,20",
            "n=sort(choice(3,1,2),reverse=true)",
            "n=range(start=0,stop=1,step=0.1)",
            "zoo/net=glob([a*,b?],exclude=*c)",
            "path=/data/${config.name}\\,x\\ y",
            "v=int(str(float([1.5,2])))");

    private static final List<String> OVERRIDE_WORDS = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "=",
            ".",
            "..",
            "/",
            "+",
            "++",
            "~",
            "@",
            "$",
            "${",
            "}",
            "\\",
            "'",
            "\"",
            " ",
            "a",
            "a=",
            "cpu=",
            "1",
            "-1",
            "1..5",
            "1e9",
            "1..1e18",
            "0.1",
            "1_000",
            "inf",
            "null",
            "true",
            "choice(",
            "range(",
            "glob(",
            "sort(",
            "int(",
            "str(",
            "bool(",
            "interval(",
            "shuffle(",
            "reverse=",
            "*",
            "?",
            "[0]");

    private static final ExpressionScope SCOPE = ExpressionScope.of(Map.of(
                    "config",
                    Map.of(
                            "cpu",
                            4,
                            "dim",
                            1000,
                            "lr",
                            0.1,
                            "names",
                            List.of("a", "b"),
                            "flag",
                            true,
                            "opt",
                            Map.of("batch-size", 8),
                            "layers",
                            List.of(Map.of("size", 16))),
                    "params",
                    Map.of("seed", 5, "x", 1.5)))
            .shortName("name", "config.names")
            .shortName("batch-size", "config.opt.batch-size");

    private final long seed = Long.getLong("flowsweep.fuzz.seed", new Random().nextLong());

    @Test
    void anExpressionIsReadOrRefused() {
        Inputs inputs = new Inputs(random("expressions"), EXPRESSIONS, EXPRESSION_WORDS);
        Tally tally = new Tally("expressions");
        List<String> known = List.copyOf(SCOPE.names());
        for (int i = 0; i < INPUTS * 2L / 5; i++) {
            String text = inputs.next();
            tally.run(text, () -> {
                Expression expression = Expression.parse(text, "x.conf:1", known);
                assertThat(expression.names()).isNotNull();
                expression.evaluate(SCOPE);
            });
        }
        tally.check();
    }

    @Test
    void anOverrideIsReadOrRefused() {
        Inputs inputs = new Inputs(random("overrides"), OVERRIDES, OVERRIDE_WORDS);
        Tally tally = new Tally("overrides");
        for (int i = 0; i < INPUTS * 2L / 5; i++) {
            String text = inputs.next();
            tally.run(text, () -> {
                String normalised = SweepOverride.parse(text).normalised();
                assertThat(SweepOverride.parse(normalised).normalised()).isEqualTo(normalised);
            });
        }
        tally.check();
    }

    private Random random(String what) {
        System.out.println("FuzzTest " + what + " seed " + seed);
        return new Random(seed);
    }
}
