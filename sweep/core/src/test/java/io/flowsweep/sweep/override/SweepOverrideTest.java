package io.flowsweep.sweep.override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.override.OverrideValue.Numbers;
import io.flowsweep.sweep.override.OverrideValue.One;
import io.flowsweep.sweep.override.OverrideValue.Options;
import io.flowsweep.sweep.override.OverrideValue.Several;
import io.flowsweep.sweep.override.SweepOverride.Kind;
import io.flowsweep.sweep.space.domain.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepOverrideTest {

    private static OverrideValue value(String text) {
        return SweepOverride.parse("k=" + text).value().orElseThrow();
    }

    private static Object one(String text) {
        assertThat(value(text)).as(text).isInstanceOf(One.class);
        return ((One) value(text)).element().plain();
    }

    private static List<Object> several(String text) {
        assertThat(value(text)).as(text).isInstanceOf(Several.class);
        List<Object> values = new ArrayList<>();
        ((Several) value(text)).elements().forEach(element -> values.add(element.plain()));
        return values;
    }

    private static List<Object> numbers(String text) {
        Range range = ((Numbers) value(text)).range();
        List<Object> values = new ArrayList<>();
        for (long i = 0; i < range.size(); i++) {
            values.add(range.get(i));
        }
        return values;
    }

    static String refusal(String text) {
        try {
            return "accepted: " + SweepOverride.parse(text).normalised();
        } catch (InvalidInputException e) {
            return e.getMessage();
        }
    }

    @Nested
    class Lines {

        @Test
        void changeAddForceAndDelete() {
            assertThat(SweepOverride.parse("cpu=2").kind()).isEqualTo(Kind.CHANGE);
            assertThat(SweepOverride.parse("+cpu=2").kind()).isEqualTo(Kind.ADD);
            assertThat(SweepOverride.parse("++cpu=2").kind()).isEqualTo(Kind.FORCE);
            assertThat(SweepOverride.parse("~cpu=2").kind()).isEqualTo(Kind.DELETE);
            assertThat(SweepOverride.parse("~cpu").value()).isEmpty();
            assertThat(SweepOverride.parse("cpu=").value().orElseThrow()).isEqualTo(new One(new Element("", "", 4)));
        }

        @Test
        void pathsHaveDotsSlashesIndicesAndQuotes() {
            assertThat(SweepOverride.parse("a.b-c.$d=1").segments()).containsExactly("a", "b-c", "$d");
            assertThat(SweepOverride.parse("db/engine=x").segments()).containsExactly("db", "engine");
            assertThat(SweepOverride.parse("xs.0.y=1").segments()).containsExactly("xs", "0", "y");
            assertThat(SweepOverride.parse("xs[0][12].y=1").segments()).containsExactly("xs", "0", "12", "y");
            assertThat(SweepOverride.parse("hosts.\"a.b\".port=1").segments()).containsExactly("hosts", "a.b", "port");
            assertThat(SweepOverride.parse("größe=1").segments()).containsExactly("größe");
        }
    }

    @Nested
    class Scalars {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        1          | 1
                        -1         | -1
                        +1         | 1
                        1_000      | 1000
                        1.5        | 1.5
                        .5         | 0.5
                        1.         | 1
                        1e3        | 1000
                        2.5E-3     | 0.0025
                        """)
        void numbersAreNumbers(String text, String shown) {
            assertThat(one(text)).isInstanceOf(Number.class).hasToString(shown);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "abc",
                    "a-b_c",
                    "/data/x.csv",
                    "a:b",
                    "http://host:80/x?y*",
                    "100%",
                    "x@y|z",
                    "010",
                    "1__0",
                    "0x10",
                    "1.2.3",
                    "a b  c",
                    "~/x",
                    "true-ish",
                    "größe",
                    "5m",
                    "a\\b",
                    "nulls"
                })
        void othersAreTexts(String text) {
            assertThat(one(text)).isEqualTo(text);
        }

        @Test
        void wordsAreBooleansAndNullInAnyCase() {
            assertThat(one("true")).isEqualTo(true);
            assertThat(one("False")).isEqualTo(false);
            assertThat(one("NULL")).isNull();
            assertThat(one("'true'")).isEqualTo("true");
        }

        @Test
        void keepTheirTextForWhereATextIsWanted() {
            Element version = ((One) value("1.10")).element();
            assertThat(version.plain()).isEqualTo(1.1);
            assertThat(version.text().plain()).isEqualTo("1.10");
            assertThat(((One) value("'1.10'")).element().plain()).isEqualTo("1.10");
        }

        @Test
        void blanksAroundDoNotCount() {
            assertThat(SweepOverride.parse("k = a b ").value().orElseThrow())
                    .isEqualTo(new One(new Element("a b", "a b", 4)));
            assertThat(several(" 1 , 2 ")).containsExactly(1L, 2L);
        }

        @Test
        void escapesTakeTheMeaningFromASign() {
            assertThat(one("a\\,b")).isEqualTo("a,b");
            assertThat(one("f\\(x\\)\\=\\{\\}\\[\\]\\:")).isEqualTo("f(x)={}[]:");
            assertThat(one("a\\\\b")).isEqualTo("a\\b");
            assertThat(one("\\ a\\ ")).isEqualTo(" a ");
            assertThat(one("C\\:\\x")).isEqualTo("C:\\x");
        }

        @Test
        void quotesKeepEverything() {
            assertThat(one("'a,b'")).isEqualTo("a,b");
            assertThat(one("\" a=(b) \"")).isEqualTo(" a=(b) ");
            assertThat(one("'it\\'s'")).isEqualTo("it's");
            assertThat(one("'a\\b'")).isEqualTo("a\\b");
            assertThat(one("'a\\\\b'")).isEqualTo("a\\\\b");
            assertThat(one("'a\\\\'")).isEqualTo("a\\");
            assertThat(one("'a\\\\\\'b'")).isEqualTo("a\\'b");
            assertThat(one("''")).isEqualTo("");
        }

        @Test
        void mayHoldReferences() {
            assertThat(one("${config.dim}")).isEqualTo("${config.dim}");
            assertThat(one("x-${dim}-y")).isEqualTo("x-${dim}-y");
        }
    }

    @Nested
    class Containers {

        @Test
        void lists() {
            assertThat(one("[1, a, 'b c', [2], {x:1}]"))
                    .isEqualTo(List.of(1L, "a", "b c", List.of(2L), Map.of("x", 1L)));
            assertThat(one("[]")).isEqualTo(List.of());
            assertThat(one("[null]")).isEqualTo(Arrays.asList((Object) null));
        }

        @Test
        void dicts() {
            assertThat(one("{a:1,b : {c:[x]},\"d e\":true}"))
                    .isEqualTo(Map.of("a", 1L, "b", Map.of("c", List.of("x")), "d e", true));
            assertThat(one("{}")).isEqualTo(Map.of());
            assertThat(one("{a:b:c}")).isEqualTo(Map.of("a", "b:c"));
        }

        @Test
        void severalOfThem() {
            assertThat(several("[1,2],[3,4]")).containsExactly(List.of(1L, 2L), List.of(3L, 4L));
            assertThat(several("{a:1},{a:2}")).containsExactly(Map.of("a", 1L), Map.of("a", 2L));
        }
    }

    @Nested
    class SeveralValues {

        @Test
        void areSeparatedByCommas() {
            assertThat(several("1,2,3")).containsExactly(1L, 2L, 3L);
            assertThat(several("a, 'b,c' ,null")).containsExactly("a", "b,c", null);
            assertThat(several("choice(a,b)")).containsExactly("a", "b");
            assertThat(several("choice(a)")).containsExactly("a");
        }

        @Test
        void inclusiveRangesHaveTwoDots() {
            assertThat(numbers("1..4")).containsExactly(1L, 2L, 3L, 4L);
            assertThat(numbers("0..0.3..0.1")).containsExactly(0L, 0.1, 0.2, 0.3);
            assertThat(numbers("5..1..-2")).containsExactly(5L, 3L, 1L);
            assertThat(several("1..3,7")).containsExactly(1L, 2L, 3L, 7L);
            assertThat(((Numbers) value("1..1000000000000")).range().size()).isEqualTo(1_000_000_000_000L);
        }

        @Test
        void rangeIsHalfOpen() {
            assertThat(numbers("range(1,4)")).containsExactly(1L, 2L, 3L);
            assertThat(numbers("range(3)")).containsExactly(0L, 1L, 2L);
            assertThat(numbers("range(0, 10, 3)")).containsExactly(0L, 3L, 6L, 9L);
            assertThat(numbers("range(0, 9, 3)")).containsExactly(0L, 3L, 6L);
            assertThat(numbers("range(start=1,stop=3)")).containsExactly(1L, 2L);
            assertThat(numbers("range(1,stop=3,step=0.5)")).containsExactly(1L, 1.5, 2L, 2.5);
            assertThat(numbers("range(0,0.3,0.1)")).containsExactly(0L, 0.1, 0.2);
            assertThat(numbers("range(4,1,-1)")).containsExactly(4L, 3L, 2L);
        }

        @Test
        void sortOrdersThem() {
            assertThat(several("sort(3,1,2)")).containsExactly(1L, 2L, 3L);
            assertThat(several("sort(b,a,reverse=true)")).containsExactly("b", "a");
            assertThat(several("sort(choice(0.5,-1))")).containsExactly(-1L, 0.5);
            assertThat(several("sort(sweep=choice(3,1))")).containsExactly(1L, 3L);
            assertThat(one("sort([3,1])")).isEqualTo(List.of(1L, 3L));
            assertThat(one("sort(list=[1,3],reverse=true)")).isEqualTo(List.of(3L, 1L));
            assertThat(one("sort(1)")).isEqualTo(1L);
        }

        @Test
        void castsReachEveryValue() {
            assertThat(one("int(3.9)")).isEqualTo(3L);
            assertThat(one("int('12')")).isEqualTo(12L);
            assertThat(one("int(value=3.9)")).isEqualTo(3L);
            assertThat(one("int(true)")).isEqualTo(1L);
            assertThat(one("int(12345678901234567)")).isEqualTo(12345678901234567L);
            assertThat(one("float(10)")).isEqualTo(10L);
            assertThat(one("str(1.10)")).isEqualTo("1.10");
            assertThat(one("str(True)")).isEqualTo("true");
            assertThat(one("str([1,{a:2}])")).isEqualTo(List.of("1", Map.of("a", "2")));
            assertThat(one("bool('false')")).isEqualTo(false);
            assertThat(one("bool(2)")).isEqualTo(true);
            assertThat(several("str(choice(1,2))")).containsExactly("1", "2");
            assertThat(several("str(range(1,3))")).containsExactly("1", "2");
            assertThat(several("int('1'),str(2)")).containsExactly(1L, "2");
        }

        @Test
        void globNamesOptions() {
            List<String> options = List.of("adam", "adamw", "sgd", "rmsprop");
            assertThat(((Options) value("glob(*)")).glob().select(options)).isEqualTo(options);
            assertThat(((Options) value("glob(ad*)")).glob().select(options)).containsExactly("adam", "adamw");
            assertThat(((Options) value("glob(*,exclude=*d)")).glob().select(options))
                    .containsExactly("adam", "adamw", "rmsprop");
            assertThat(((Options) value("glob([a*,s??],[*w])")).glob().select(options))
                    .containsExactly("adam", "sgd");
            assertThat(((Options) value("glob(*a*a*a*a*a*a*a*a*b)")).glob().select(List.of("a".repeat(5000))))
                    .isEmpty();
        }
    }

    @Nested
    class Errors {

        @Test
        void giveTheColumnAndPointThere() {
            assertThat(refusal("cpu=1,,2")).isEqualTo("""
                    column 7: a value must stand here, not ","
                        cpu=1,,2
                              ^
                        Write '' for an empty text.""");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        cpu                 | column 4: "=" must follow the path
                        =1                  | column 1: a key cannot have "="
                        ``                  | column 1: a key is missing
                        +cpu                | column 5: "=" must follow the path
                        a..b=1              | column 3: a key cannot have "."
                        a.=1                | column 3: a key cannot have "="
                        a!b=1               | column 2: a key cannot have "!" here
                        xs[a]=1             | column 4: the index of a list
                        xs[0=1              | column 5: the index of a list
                        db@src=x            | column 3: a group cannot be put into another package
                        a:b=1               | column 2: ":" cannot follow the path
                        a=1,                | column 5: a value must stand here, not the end
                        a=b=c               | column 4: "=" cannot stand here
                        a=f)                | column 4: ")" cannot stand here
                        a=(1,2)             | column 3: a value must stand here, not "("
                        a=[1,2              | column 7: "]" must stand here, not the end
                        a=[1,2}             | column 7: "]" must stand here, not "}"
                        a={b}               | column 5: ":" must stand here, not "}"
                        a={b:1,b:2}         | column 8: the key "b" stands there twice
                        a='b                | column 3: the quote has no end
                        a='b'c              | column 6: "c" cannot follow a text in quotes
                        a=it's              | column 5: a quote cannot stand inside
                        a=inf               | column 3: inf is no number that a config can hold
                        a=1e999             | column 3: 1e999 is no number
                        a=${x               | column 6: "}" must close ${
                        a=${oc.env:HOME}    | Let the shell put the variable in
                        a=${.x}             | a reference names a whole path
                        a=[1..3]            | column 4: a list or a dict holds single values
                        a=[choice(1,2)]     | column 4: a list or a dict holds single values
                        a=choice(1,choice(2,3)) | column 12: a choice cannot stand in a choice
                        a=choice()          | column 3: choice() needs a value
                        a=chioce(1,2)       | Did you mean "choice"?
                        a=range()           | column 3: range() needs a number for stop
                        a=range(a,b)        | column 9: range() needs a number for start
                        a=range(1,2,3,4)    | column 15: range() takes at most 3 values
                        a=range(1,5,0)      | column 3: step != 0 must hold
                        a=range(5,1)        | column 3: range(5,1,1) is empty
                        a=range(1,1)        | 1..1 includes it
                        a=range(start=1,2)  | column 17: a value without a name cannot follow
                        a=sort(x=1)         | sort() has no "x"
                        a='${oc.env:HOME}'  | column 3: there is no resolver "oc.env"
                        a=${a.${b}}         | a reference holds the path of a value
                        a=${}               | a reference names a whole path
                        a=range(1,end=2)    | range() has no "end"
                        a=range(1,stop=2,stop=3) | stop is given twice
                        a=5..1              | column 3: a range from 5 to 1 is empty with step 1
                        a=1..5..0           | column 3: step != 0 must hold
                        a=sort(1,a)         | column 3: sort() needs numbers alone or texts alone
                        a=sort(1,2,reverse=1) | reverse must be true or false
                        a=int(x)            | column 7: int() cannot read x
                        a=int('1.5')        | int() cannot read 1.5
                        a=int('10.0')       | int() cannot read 10.0
                        a=bool(maybe)       | bool() cannot read maybe
                        a=int(1,2)          | int() takes one value
                        a=glob()            | glob() needs a pattern
                        a=glob({a:1})       | include must be a pattern
                        a=glob(*),x         | glob() cannot be one of several values
                        a=interval(0,1)     | { uniform = [a, b] }
                        a=shuffle(1,2)      | --shuffle SEED
                        a=tag(t,choice(1))  | tags of runs are
                        a=extend_list(1)    | Give the whole list
                        a=json_str({b:1})   | Write the JSON in quotes
                        a=1..200000,7       | these are more than 100000 values
                        """)
        void sayTheRuleAndTheCure(String text, String refusal) {
            assertThat(refusal(text == null ? "" : text)).contains(refusal);
        }

        @Test
        void tellAllThatIsWrongAtOnce() {
            assertThatThrownBy(() -> SweepOverride.parseAll(List.of("a=1", "b", "c=(", "a=2")))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.problems())
                                    .hasSize(3)
                                    .last()
                                    .asString()
                                    .contains("\"a\" is overridden twice, by a=1 too"));
        }

        @Test
        void boundLengthAndDepth() {
            assertThat(refusal("a=" + "[".repeat(5000))).contains("nested more than 50 deep");
            assertThat(refusal("a=" + "int(".repeat(5000))).contains("nested more than 50 deep");
            assertThat(refusal("a=" + "x".repeat(100_000))).contains("at most 100000 characters");
        }
    }

    @Nested
    class Normalised {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        a = 1.0, 2              | a=1,2
                        a=choice(1,2)           | a=1,2
                        a=range(1,3)            | a=1,2
                        a=1..2                  | a=1,2
                        a=1..1                  | a=choice(1)
                        +a.b="x y"              | +a.b='x y'
                        ++a/b[0]='x'            | ++a.b.0=x
                        ~a                      | ~a
                        ~a=True                 | ~a=true
                        a="b c".d               | refused
                        a={b:1,a:[x,'1']}       | a={'a':[x,'1'],'b':1}
                        a=1..1e6                | a=1..1000000..1
                        a=glob(*,x)             | a=glob(['*'],[x])
                        a='null'                | a='null'
                        a=null                  | a=null
                        a='it''s'               | refused
                        a="it's"                | a='it\\'s'
                        a=                      | a=''
                        """)
        void isOneSpelling(String text, String normalised) {
            if (normalised.equals("refused")) {
                assertThat(refusal(text)).doesNotStartWith("accepted");
            } else {
                assertThat(SweepOverride.parse(text).normalised()).isEqualTo(normalised);
            }
        }

        @Test
        void parsesToTheSame() {
            long seed = new Random().nextLong();
            System.out.println("SweepOverrideTest seed " + seed);
            Random random = new Random(seed);
            String alphabet = "ab1.0-\\\\'\"'\\,[]{}:() ${}_";
            for (int i = 0; i < 20_000; i++) {
                StringBuilder text = new StringBuilder("k=");
                for (int n = random.nextInt(12); n > 0; n--) {
                    text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                String normalised = refusal(text.toString());
                if (normalised.startsWith("accepted: ")) {
                    normalised = normalised.substring("accepted: ".length());
                    assertThat(refusal(normalised)).as(text.toString()).isEqualTo("accepted: " + normalised);
                }
            }
        }
    }
}
