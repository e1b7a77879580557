package io.flowsweep.metaflow.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flowsweep.codec.Json;
import io.flowsweep.metaflow.testing.Python;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pickles made by Python, by random and by an attacker. */
class PickleTest {

    /** A line of {@code pickles.tsv}, which the script beside it has written. */
    record Made(String name, int protocol, byte[] pickle, String json) {

        static Made parse(String line) {
            String[] parts = line.split("\t");
            return new Made(
                    parts[0], Integer.parseInt(parts[1]), Base64.getDecoder().decode(parts[2]), parts[3]);
        }

        boolean isForeign() {
            return json.equals("!");
        }

        @Override
        public String toString() {
            return name + " of protocol " + protocol;
        }
    }

    static Stream<Made> plain() throws IOException {
        return made().filter(made -> !made.isForeign());
    }

    static Stream<Made> foreign() throws IOException {
        return made().filter(Made::isForeign);
    }

    private static Stream<Made> made() throws IOException {
        try (InputStream in = PickleTest.class.getResourceAsStream("pickles.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Made::parse).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("plain")
    void readsWhatPythonHasWritten(Made made) {
        assertThat(Pickle.read(made.pickle())).isEqualTo(Json.parse(made.json()));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void refusesAForeignTypeAndNamesIt(Made made) {
        Map<String, String> names = Map.of(
                "decimal", "decimal.Decimal",
                "date", "datetime.date",
                "ordered", "collections.OrderedDict",
                "function", "json.dumps",
                "class", "__main__.Point");
        assertThatExceptionOfType(UnreadablePickleException.class)
                .isThrownBy(() -> Pickle.read(made.pickle()))
                .satisfies(refused -> assertThat(refused.type()).isPresent())
                .satisfies(refused -> {
                    if (names.containsKey(made.name())) {
                        assertThat(refused.type()).contains(names.get(made.name()));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("made")
    void neverReadsAPartOfAPickle(Made made) {
        for (int length = 0; length < Math.min(made.pickle().length, 200); length++) {
            byte[] part = Arrays.copyOf(made.pickle(), length);
            assertThatExceptionOfType(UnreadablePickleException.class).isThrownBy(() -> Pickle.read(part));
        }
    }

    @Test
    void bytesAloneStayBytes() {
        assertThat(Pickle.read(Crafted.pickle(4, "C", 3, "abc"))).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
        assertThat(Pickle.read(Crafted.pickle(4, "]C", 3, "abca"))).isEqualTo(List.of("YWJj"));
    }

    @Test
    void readsRandomValuesThatPythonPickles() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            values.add(randomValue(random, 4));
        }
        List<String> pickles = Python.required()
                .run(
                        "import base64, json, pickle, sys\n"
                                + "for i, value in enumerate(json.load(sys.stdin)):\n"
                                + "    print(base64.b64encode(pickle.dumps(value, 2 + i % 4)).decode())\n",
                        Json.write(values));
        assertThat(pickles).hasSameSizeAs(values);
        for (int i = 0; i < values.size(); i++) {
            assertThat(Pickle.read(Base64.getDecoder().decode(pickles.get(i))))
                    .as("value %d of seed %d", i, seed)
                    .isEqualTo(values.get(i));
        }
    }

    @Test
    void damagedPicklesAreReadOrRefusedButNothingElse() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Made> all = made().toList();
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] pickle = all.get(random.nextInt(all.size())).pickle().clone();
            for (int k = 1 + random.nextInt(4); k > 0; k--) {
                pickle[random.nextInt(Math.min(pickle.length, 100))] = (byte) random.nextInt(256);
            }
            try {
                Pickle.read(pickle);
            } catch (UnreadablePickleException e) {
                refused++;
            }
        }
        assertThat(refused).as("of seed %d", seed).isPositive();
    }

    private static Object randomValue(Random random, int depth) {
        switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> {
                return null;
            }
            case 1 -> {
                return random.nextBoolean();
            }
            case 2 -> {
                return random.nextLong() >> random.nextInt(64);
            }
            case 3 -> {
                return random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            }
            case 4 -> {
                return new BigInteger(64 + random.nextInt(200), random).setBit(64);
            }
            case 5 -> {
                return randomText(random);
            }
            case 6 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    list.add(randomValue(random, depth - 1));
                }
                return list;
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    map.put(randomText(random), randomValue(random, depth - 1));
                }
                return map;
            }
        }
    }

    private static String randomText(Random random) {
        return random.ints(random.nextInt(20), 1, 0x10ffff)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Nested
    class FromAnAttacker {

        private void isRefused(byte[] pickle, String message) {
            assertThatExceptionOfType(UnreadablePickleException.class)
                    .isThrownBy(() -> Pickle.read(pickle))
                    .withMessageContaining(message);
        }

        @Test
        void noNameIsImported() {
            isRefused(Crafted.pickle(2, "cos\nsystem\n(X", 4, 0, 0, 0, "idtR"), "os.system");
            isRefused(Crafted.pickle(4, 0x8c, 2, "os", 0x8c, 6, "system", 0x93), "os.system");
            isRefused(Crafted.pickle(2, "(ios\nsystem\n"), "os.system");
            isRefused(Crafted.pickle(4, "K", 1, "K", 2, 0x93), "1.2");
        }

        @Test
        void nothingIsCalledAndNothingMade() {
            isRefused(Crafted.pickle(2, "N)R"), "calls a function");
            isRefused(Crafted.pickle(2, "N)", 0x81), "object of a class");
            isRefused(Crafted.pickle(4, "N)}", 0x92), "object of a class");
            isRefused(Crafted.pickle(2, "]}b"), "object of a class");
            isRefused(Crafted.pickle(2, "(No"), "object of a class");
        }

        @Test
        void nothingIsFetchedFromElsewhere() {
            isRefused(Crafted.pickle(2, "Pid\n"), "persistent id");
            isRefused(Crafted.pickle(2, "NQ"), "persistent id");
            isRefused(Crafted.pickle(2, 0x82, 1), "extension registry");
            isRefused(Crafted.pickle(2, 0x83, 1, 0), "extension registry");
            isRefused(Crafted.pickle(2, 0x84, 1, 0, 0, 0), "extension registry");
            isRefused(Crafted.pickle(5, 0x97), "out-of-band");
            isRefused(Crafted.pickle(5, 0x98), "out-of-band");
        }

        @Test
        void noLengthIsBelievedThatThePickleDoesNotHave() {
            isRefused(Crafted.pickle(4, 0x8d, 255, 255, 255, 255, 255, 255, 255, 127), "not whole");
            isRefused(Crafted.pickle(4, 0x8d, 255, 255, 255, 255, 255, 255, 255, 255), "not whole");
            isRefused(Crafted.pickle(4, 0x8e, 0, 0, 0, 0, 1, 0, 0, 0), "not whole");
            isRefused(Crafted.pickle(2, "X", 255, 255, 255, 255), "not whole");
            isRefused(Crafted.pickle(2, 0x8b, 255, 255, 255, 127), "not whole");
            isRefused(Crafted.pickle(4, 0x95, 255, 255, 255, 255, 0, 0, 0, 0, "N"), "not whole");
        }

        @Test
        void noNumberIsSoLongThatToWriteItTakesForEver() {
            isRefused(Crafted.pickle(2, 0x8b, 0, 16, 0, 0, new byte[4096]), "a number of 4096 bytes");
        }

        @Test
        void noPlaceOfTheMemoIsBelieved() {
            assertThat(Pickle.read(Crafted.pickle(2, "Kar", 255, 255, 255, 255, "0j", 255, 255, 255, 255)))
                    .isEqualTo(97L);
            isRefused(Crafted.pickle(2, "j", 255, 255, 255, 255), "has not remembered");
            isRefused(Crafted.pickle(4, 0x94), "lacks its value");
        }

        @Test
        void aValueThatHoldsItselfHasAnEnd() {
            isRefused(Crafted.pickle(2, "]q", 0, "h", 0, "a"), "one holds itself");
            isRefused(Crafted.pickle(2, "}q", 0, "X", 1, 0, 0, 0, "ah", 0, "s"), "one holds itself");
        }

        @Test
        void deepValuesHaveAnEnd() {
            isRefused(Crafted.pickle(2, "N" + "\u0085".repeat(100_000)), "nested deeper");
            isRefused(Crafted.pickle(2, "(".repeat(100_000)), "nested deeper");
        }

        @Test
        void aFewBytesDoNotBecomeBillionsOfValues() {
            StringBuilder laughs = new StringBuilder("]q\0");
            for (char i = 1; i < 100; i++) {
                char before = (char) (i - 1);
                laughs.append("0(h")
                        .append(before)
                        .append("h")
                        .append(before)
                        .append("lq")
                        .append(i);
            }
            isRefused(Crafted.pickle(2, laughs.toString()), "again and again");
            String text = "X\u0000\u0000\u0001\u0000" + "x".repeat(0x10000) + "q\0" + "0";
            isRefused(Crafted.pickle(2, text + "(" + "h\0".repeat(1000) + "l"), "again and again");
        }

        @Test
        void manyValuesHaveAnEnd() {
            isRefused(Crafted.pickle(2, "]".repeat(3_000_000)), "more than 2000000 values");
        }

        @Test
        void valuesOfTheWrongKindAreRefused() {
            isRefused(Crafted.pickle(2, "}Na"), "no list");
            isRefused(Crafted.pickle(2, "]NNs"), "no dict");
            isRefused(Crafted.pickle(2, "](N", 0x90), "no set");
            isRefused(Crafted.pickle(2, "}(Nu"), "lacks its value");
            isRefused(Crafted.pickle(2, "Na"), "lacks its value");
            isRefused(Crafted.pickle(2, "e"), "lacks its mark");
            isRefused(Crafted.pickle(2, "NN"), "more than one value");
            isRefused(Crafted.pickle(2, "(N"), "more than one value");
            isRefused(Crafted.pickle(2, "}](NNtNs"), "");
            isRefused(Crafted.pickle(2, "})Ns"), "a key that is a tuple");
        }

        @Test
        void oldAndUnknownInstructionsAreRefused() {
            isRefused("I1\n.".getBytes(StandardCharsets.US_ASCII), "no pickle of protocol 2");
            isRefused(Crafted.pickle(1, "N"), "its protocol is 1");
            isRefused(Crafted.pickle(6, "N"), "its protocol is 6");
            isRefused(Crafted.pickle(2, "I1\n"), "no instruction of plain data");
            isRefused(Crafted.pickle(2, 0xff), "0xff");
            isRefused(Crafted.pickle(2, "X", 1, 0, 0, 0, 0xff), "not Unicode");
            isRefused(new byte[0], "not whole");
        }
    }
}
