package io.flowsweep.codec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Plain values and JSON texts at random, from a seed. */
final class RandomJson {

    private static final String LETTERS = "ab \"\\/\b\f\n\r\t\u0000\u001f\u007fé\u2028\ud83d\ude00{}[]:,";
    private static final String BREAKING = "{}[]:,\"\\0123456789.eE+- tfnu\n";

    private final SplittableRandom random;

    RandomJson(long seed) {
        random = new SplittableRandom(seed);
    }

    /** @param depth how deep values may stand in each other */
    Object value(int depth) {
        switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> {
                return null;
            }
            case 1 -> {
                return random.nextBoolean();
            }
            case 2 -> {
                return (long) random.nextInt(-100, 100);
            }
            case 3 -> {
                return random.nextLong() >> random.nextInt(64);
            }
            case 4 -> {
                return BigInteger.valueOf(Long.MIN_VALUE).pow(random.nextInt(2, 4));
            }
            case 5 -> {
                double any = Double.longBitsToDouble(random.nextLong());
                return Double.isFinite(any) && random.nextBoolean() ? any : random.nextInt(1000) / 8.0;
            }
            case 6 -> {
                return text();
            }
            case 7 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(depth - 1));
                }
                return list;
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(text(), value(depth - 1));
                }
                return map;
            }
        }
    }

    /** The same JSON with some of its letters written as escapes. */
    String escaped(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean free = c == 'a' || c == 'b' && json.charAt(i - 1) != '\\' && json.charAt(i - 1) != 'e';
            boolean inWord = c == 'a' && i > 0 && json.charAt(i - 1) == 'f' && json.startsWith("false", i - 1);
            boolean rarely = random.nextInt(3) == 0;
            text.append(free && !inWord && rarely ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return text.toString();
    }

    /** The text with one to three characters removed, changed or added. */
    String broken(String json) {
        StringBuilder text = new StringBuilder(json);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            char c = BREAKING.charAt(random.nextInt(BREAKING.length()));
            int at = random.nextInt(text.length() + 1);
            int what = random.nextInt(3);
            if (what == 0 || at == text.length()) {
                text.insert(at, c);
            } else if (what == 1) {
                text.setCharAt(at, c);
            } else {
                text.deleteCharAt(at);
            }
        }
        return text.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
