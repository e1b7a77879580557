package io.flowsweep.sweep.fuzz;

import java.util.List;
import java.util.Random;

/** Texts that are random, or nearly right. */
final class Inputs {

    private static final String ODD = "\0\u0001\u001b\u200b\u202e\ud83d\ude00\ud83d\n\r\t ";

    private final Random random;
    private final List<String> right;
    private final List<String> words;

    /**
     * @param right texts of the language
     * @param words its signs and words
     */
    Inputs(Random random, List<String> right, List<String> words) {
        this.random = random;
        this.right = right;
        this.words = words;
    }

    String next() {
        return switch (random.nextInt(10)) {
            case 0 -> characters();
            case 1, 2 -> sentence();
            case 3 -> nested();
            default -> mutated();
        };
    }

    /** Any characters, broken surrogates among them. */
    private String characters() {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(40); n > 0; n--) {
            text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95)));
        }
        return text.toString();
    }

    /** Words of the language in any order. */
    private String sentence() {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(25); n > 0; n--) {
            text.append(pick(words)).append(random.nextInt(3) == 0 ? " " : "");
        }
        return text.toString();
    }

    /** One word very often. */
    private String nested() {
        String opening = pick(words);
        int times = 1 + random.nextInt(random.nextInt(50) == 0 ? 3000 : 60);
        return pick(right) + opening.repeat(times) + pick(words) + pick(words).repeat(random.nextInt(times));
    }

    /** A right text, changed in some places or joined with another. */
    private String mutated() {
        StringBuilder text = new StringBuilder(pick(right));
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, pick(words));
                case 2 -> text.replace(at, to, pick(words));
                case 3 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, to));
                case 4 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
                default -> text.replace(at, text.length(), tail(pick(right)));
            }
        }
        return text.toString();
    }

    private String tail(String text) {
        return text.substring(random.nextInt(text.length() + 1));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
