package io.flowsweep.sweep.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final Map<String, Object> CONFIG = Map.of(
            "cpu",
            4,
            "dim",
            1000,
            "backend",
            Map.of("name", "streams", "batch-size", 8),
            "layers",
            List.of(Map.of("size", 16), Map.of("size", 32)),
            "names",
            List.of("a", "b"),
            "ratio",
            0.1,
            "seconds",
            1);

    private static final ExpressionScope SCOPE = ExpressionScope.of(Map.of(
                    "config", CONFIG, "params", Map.of("seconds", 5, "label", "x"), "metrics", Map.of("loss", 0.25)))
            .shortName("name", "config.backend.name")
            .shortName("batch-size", "config.backend.batch-size");

    private static Object value(String text) {
        return Expression.parse(text, "a.conf:3", SCOPE.names()).evaluate(SCOPE);
    }

    private static String refusal(String text) {
        try {
            return "accepted: " + value(text);
        } catch (InvalidInputException e) {
            return e.getMessage();
        }
    }

    @Nested
    class Values {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        1           | 1
                        2.50        | 2.5
                        .5          | 0.5
                        1e3         | 1000
                        2.5e-3      | 0.0025
                        -3          | -3
                        - -3        | 3
                        -0.0        | 0
                        12345678901234567890 | 1.2345678901234567E19
                        """)
        void numbers(String text, String shown) {
            assertThat(value(text)).isInstanceOf(Number.class).hasToString(shown);
        }

        @Test
        void strings() {
            assertThat(value("\"it's\"")).isEqualTo("it's");
            assertThat(value("'say \"x\"'")).isEqualTo("say \"x\"");
            assertThat(value("\"a\\\"b\\\\c\\n\"")).isEqualTo("a\"b\\c\n");
            assertThat(value("'a' + \"b\"")).isEqualTo("ab");
        }

        @Test
        void booleansAndNull() {
            assertThat(value("true")).isEqualTo(true);
            assertThat(value("false")).isEqualTo(false);
            assertThat(value("null")).isNull();
            assertThat(value("null == null")).isEqualTo(true);
        }

        @Test
        void lists() {
            assertThat(value("[1, 'a', [2], ]")).isEqualTo(List.of(1L, "a", List.of(2L)));
            assertThat(value("[]")).isEqualTo(List.of());
            assertThat(value("[1, 2] == [1.0, 2e0]")).isEqualTo(true);
            assertThat(value("[5, 6][1]")).isEqualTo(6L);
        }

        @Test
        void maps() {
            assertThat(value("{a: 1, \"b c\": {x: 2}}")).isEqualTo(Map.of("a", 1L, "b c", Map.of("x", 2L)));
            assertThat(value("{a: 1, b: 2} == {b: 2, a: 1}")).isEqualTo(true);
            assertThat(value("{a: {b: 7}}.a.b")).isEqualTo(7L);
            assertThat(value("{a: 7}['a']")).isEqualTo(7L);
        }
    }

    @Nested
    class Operators {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        1 + 2 * 3         | 7
                        (1 + 2) * 3       | 9
                        10 - 2 - 3        | 5
                        1 / 2             | 0.5
                        6 / 3             | 2
                        1 / 3             | 0.3333333333333333
                        0.3 / 0.1         | 3
                        0.1 + 0.2         | 0.3
                        7 % 3             | 1
                        -7 % 3            | 2
                        7.5 % 2           | 1.5
                        2 * -3            | -6
                        9223372036854775807 + 1 | 9.223372036854775807E18
                        """)
        void arithmeticIsDecimalWithRealDivision(String text, String shown) {
            assertThat(Double.parseDouble(value(text).toString())).isEqualTo(Double.parseDouble(shown));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        1 < 2                | true
                        2 <= 2               | true
                        1 > 2                | false
                        2 >= 3               | false
                        1 == 1.0             | true
                        1 != 2               | true
                        0.1 + 0.2 == 0.3     | true
                        'a' < 'b'            | true
                        'a' == 'a'           | true
                        1 == '1'             | false
                        null == 0            | false
                        """)
        void comparison(String text, boolean result) {
            assertThat(value(text)).isEqualTo(result);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        2 in [1, 2]              | true
                        3 in [1, 2]              | false
                        3 not in [1, 2]          | true
                        'a' in names             | true
                        'tre' in backend.name    | true
                        'name' in backend        | true
                        not 'x' in names         | true
                        """)
        void membership(String text, boolean result) {
            assertThat(value(text)).isEqualTo(result);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        true and false           | false
                        true && true             | true
                        false or true            | true
                        not true                 | false
                        !false                   | true
                        not 1 == 2               | true
                        true or true and false   | true
                        not false and false      | false
                        false and 1 / 0 == 1     | false
                        true or 1 / 0 == 1       | true
                        """)
        void logic(String text, boolean result) {
            assertThat(value(text)).isEqualTo(result);
        }

        @Test
        void orHasASecondSpelling() {
            assertThat(value("false || false")).isEqualTo(false);
            assertThat(value("false || true && true")).isEqualTo(true);
        }

        @Test
        void aTernaryEvaluatesOneBranch() {
            assertThat(value("cpu > 2 ? 'many' : 'few'")).isEqualTo("many");
            assertThat(value("cpu > 9 ? 1 / 0 : cpu > 3 ? 'some' : 'few'")).isEqualTo("some");
        }
    }

    @Nested
    class Functions {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        min(3, 1, 2)            | 1
                        max(3, 1.5)             | 3
                        max([1, 7, 2])          | 7
                        log(exp(2))             | 2
                        log(8, 2)               | 3
                        log(1000, 10) > 2.999   | true
                        pow(2, 10)              | 1024
                        sqrt(2 * 2)             | 2
                        round(2.5)              | 3
                        round(-2.5)             | -3
                        round(3.14159, 2)       | 3.14
                        floor(2.7)              | 2
                        ceil(2.1)               | 3
                        abs(-2.5)               | 2.5
                        size([1, 2])            | 2
                        size('abc')             | 3
                        contains(names, 'b')    | true
                        contains('abc', 'z')    | false
                        """)
        void haveTheseResults(String text, String shown) {
            assertThat(String.valueOf(value(text))).isEqualTo(shown);
        }

        @Test
        void refuseOtherCountsAndKinds() {
            assertThat(refusal("pow(2)")).contains("pow takes 2 values, but got 1");
            assertThat(refusal("log()")).contains("log takes 1 or 2 values, but got 0");
            assertThat(refusal("abs('a')")).contains("abs needs a number, but got the text \"a\"");
            assertThat(refusal("log(0)")).contains("log needs a number above 0");
            assertThat(refusal("exp(1000)")).contains("no finite result");
            assertThat(refusal("sqrt(-1)")).contains("no finite result");
            assertThat(refusal("contain(names, 'a')"))
                    .contains("there is no function \"contain\"", "Did you mean \"contains\"?");
        }
    }

    @Nested
    class Names {

        @Test
        void areLookedUpInConfigParamsAndMetrics() {
            assertThat(value("cpu")).isEqualTo(4L);
            assertThat(value("label")).isEqualTo("x");
            assertThat(value("loss")).isEqualTo(0.25);
            assertThat(value("config.layers[1].size + layers[0].size")).isEqualTo(48L);
            assertThat(value("config[\"cpu\"]")).isEqualTo(4L);
        }

        @Test
        void areRefusedWhenTwoMatch() {
            assertThat(refusal("cpu + seconds")).isEqualTo("""
                            a.conf:3: "seconds" may mean config.seconds or params.seconds
                                cpu + seconds
                                      ^
                               Write the whole path.""".stripIndent().replace("\n   Write", "\n    Write"));
            assertThat(value("config.seconds + params.seconds")).isEqualTo(6L);
        }

        @Test
        void withDashesAreTheLongestThatExists() {
            assertThat(value("batch-size - 1")).isEqualTo(7L);
            assertThat(value("backend.batch-size-1")).isEqualTo(7L);
            assertThat(value("config.backend.batch-size * 2")).isEqualTo(16L);
            assertThat(value("cpu-dim")).isEqualTo(-996L);
            ExpressionScope both = ExpressionScope.of(Map.of("config", Map.of("a", 5, "b", 3, "a-b", 1, "a-b-c", 9)));
            assertThat(Expression.parse("a-b-c", "", both.names()).evaluate(both))
                    .isEqualTo(9L);
            assertThat(Expression.parse("a-b-b", "", both.names()).evaluate(both))
                    .isEqualTo(-2L);
            assertThat(Expression.parse("a - b", "", both.names()).evaluate(both))
                    .isEqualTo(2L);
        }

        @Test
        void ofAxesStandForTheirPaths() {
            assertThat(value("name == 'streams'")).isEqualTo(true);
            ExpressionScope twice = SCOPE.shortName("cpu", "config.backend.name");
            assertThatThrownBy(() -> Expression.parse("cpu", "").evaluate(twice))
                    .hasMessageContaining("\"cpu\" may mean config.cpu or config.backend.name");
            ExpressionScope same = SCOPE.shortName("cpu", "config.cpu");
            assertThat(Expression.parse("cpu", "").evaluate(same)).isEqualTo(4L);
        }

        @Test
        void mayBeSpelledInAnotherStyle() {
            ExpressionScope scope = ExpressionScope.of(Map.of("config", Map.of("batch_size", 8, "maxDepth", 2)));
            assertThat(Expression.parse("batchSize + max_depth", "").evaluate(scope))
                    .isEqualTo(10L);
        }

        @Test
        void mayHoldSegmentsInQuotes() {
            ExpressionScope scope = ExpressionScope.of(Map.of("config", Map.of("hosts", Map.of("a.b", 1))));
            assertThat(Expression.parse("config.hosts.\"a.b\"", "").evaluate(scope))
                    .isEqualTo(1L);
        }

        @Test
        void thatDoNotExistGetASuggestion() {
            assertThat(refusal("cpus > 1")).contains("there is no \"cpus\" here", "Did you mean cpu?");
            assertThat(refusal("backend.nam == 'x'")).contains("Did you mean backend.name?");
            assertThat(refusal("name == streams")).contains("there is no \"streams\"", "A text stands in quotes.");
            assertThat(refusal("True")).contains("Did you mean true?");
        }

        @Test
        void areToldAndCheckedWithoutEvaluation() {
            Expression expression = Expression.parse("cpu > 1 or config.x.y == wrong", "a.conf:3");
            assertThat(expression.names()).containsExactly("cpu", "config.x.y", "wrong");
            assertThat(expression.test(SCOPE)).isTrue();
            assertThatThrownBy(() -> expression.check(SCOPE))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.problems()).hasSize(2));
            assertThatCode(() -> Expression.parse("cpu > 1", "").check(SCOPE)).doesNotThrowAnyException();
        }

        @Test
        void mayHoldNull() {
            ExpressionScope scope = ExpressionScope.of(Map.of("config", Collections.singletonMap("event", null)));
            assertThat(Expression.parse("event == null", "").test(scope)).isTrue();
            assertThatThrownBy(() -> Expression.parse("event < 1", "").test(scope))
                    .hasMessageContaining("< needs two numbers or two texts, but got null and the number 1");
        }
    }

    @Nested
    class Sandbox {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        java.lang.System.exit(0)           | there is no function "java.lang.System.exit"
                        ''.getClass()                      | a value cannot be called
                        cpu.class                          | there is no "cpu.class"
                        names.size()                       | there is no function "names.size"
                        names[0].length                    | has no [the text "length"]
                        new File('x')                      | nothing can follow here, but "File" does
                        System                             | there is no "System"
                        env.HOME                           | there is no "env.HOME"
                        ${?HOME}                           | there is no ${…} in an expression
                        x -> x                             | there is no "->"
                        cpu; dim                           | ";" has no meaning here
                        `/etc/passwd`                      | a value must stand here
                        """)
        void reachesNoClassMethodFileOrEnvironment(String text, String refusal) {
            assertThat(refusal(text)).contains(refusal);
        }

        @Test
        void changesNothing() {
            assertThat(refusal("cpu = 2"))
                    .isEqualTo("""
                            a.conf:3: "=" would assign
                                cpu = 2
                                    ^
                            """.stripIndent().stripTrailing()
                            + "\n    Compare with ==, and write { key: value } for a map.");
        }

        @Test
        void isLimitedInSteps() {
            List<Integer> long1 = Collections.nCopies(100_000, 1);
            ExpressionScope scope = ExpressionScope.of(Map.of("config", Map.of("xs", long1)));
            String often = String.join(" or ", Collections.nCopies(20, "2 in xs"));
            assertThat(Expression.parse("2 in xs", "").test(scope)).isFalse();
            assertThatThrownBy(() -> Expression.parse(often, "").test(scope))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("more than 1000000 steps");
        }

        @Test
        void isLimitedInLengthAndDepthAndSoInTime() {
            assertThat(value("0" + " + 1".repeat(990))).isEqualTo(990L);
            assertThat(refusal("0" + " + 1".repeat(1000))).contains("at most 4000 characters, but this one has 4001");
            assertThat(value("(".repeat(99) + "1" + ")".repeat(99))).isEqualTo(1L);
            for (String nested : List.of("(", "[", "{a:", "!", "-", "not ", "abs(", "1 ? 1 : ", "names[")) {
                assertThat(refusal(nested.repeat(400))).contains("nested more than 100 deep");
            }
        }
    }

    @Nested
    class Errors {

        @Test
        void pointIntoTheExpression() {
            assertThat(refusal("cpu * (dim +")).isEqualTo("""
                            a.conf:3: a value must stand here, not the end
                                cpu * (dim +
                                            ^""".stripIndent());
            assertThat(refusal("cpu\n  < 'a'")).isEqualTo("""
                            a.conf:3: < needs two numbers or two texts, but got the number 4 and the text "a"
                                  < 'a'
                                  ^""".stripIndent());
        }

        @Test
        void showTheirPlaceInALongLine() {
            String message = refusal("1 + ".repeat(100) + "+" + " + 1".repeat(100));
            String[] lines = message.split("\n");
            assertThat(lines[1].length()).isLessThan(110);
            assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('+');
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        1 < 2 < 3       | comparisons cannot be chained
                        cpu ** 2        | Write pow(x, y).
                        cpu // 2        | Write floor(x / y).
                        true & false    | Write and, or
                        1 / 0           | the right side of / is zero
                        1 % 0           | the right side of % is zero
                        'a' + 1         | + needs two numbers or two texts
                        cpu and true    | and needs true or false, but got the number 4
                        not 'a'         | not needs true or false, but got the text "a"
                        -'a'            | - needs a number, but got the text "a"
                        1 in 2          | in needs a list
                        layers[2]       | a list of 2 has no [the number 2]
                        1_000           | "1_…" is no number
                        4GB             | "4G…" is no number
                        1e999           | the number is too large
                        'a              | the text has no end
                        "\\q"           | "\\q" stands for nothing
                        {a: 1, a: 2}    | the key "a" stands there twice
                        {a = 1}         | { key: value }
                        (1              | ")" must follow for "(", not the end
                        cpu ? 1         | ":" must follow for "?", not the end
                        1 2             | nothing can follow here, but "2" does
                        in              | a value must stand here, not "in"
                        €               | "€" has no meaning here
                        """)
        void sayTheRuleAndTheCure(String text, String refusal) {
            assertThat(refusal(text)).startsWith("a.conf:3: ").contains(refusal);
        }

        @Test
        void tellAConditionThatIsNone() {
            assertThatThrownBy(() -> Expression.parse("cpu * 2", "a.conf:3").test(SCOPE))
                    .hasMessageContaining("a condition must be true or false, but this is the number 8");
            assertThatThrownBy(() -> Expression.parse("  ", "a.conf:3")).hasMessageContaining("not the end");
        }
    }

    @Test
    void isPrintedAsItWasWritten() {
        assertThat(Expression.parse(" cpu  > 1", "")).hasToString(" cpu  > 1");
        assertThat(Arrays.asList(SCOPE.names().toArray())).contains("config.cpu", "cpu", "batch-size", "params.label");
    }
}
