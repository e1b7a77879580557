package io.flowsweep.codec;

/**
 * One key, three spellings: {@code learning_rate}, {@code learning-rate} and {@code learningRate} are the same key.
 *
 * <p>In camel case a capital begins a word after a lower-case letter, and after a capital or a digit when a lower-case
 * letter follows: {@code maxHTTPRetries} is {@code max_http_retries}, {@code layer2Size} is {@code layer2_size}, and
 * {@code conv2D} is {@code conv2d}.
 */
public final class KeyStyle {

    private KeyStyle() {}

    /** The key in snake case. Keys of one meaning, and only those, have equal canonical forms. */
    public static String canonical(String key) {
        StringBuilder snake = new StringBuilder(key.length() + 4);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '-') {
                snake.append('_');
            } else if (Character.isUpperCase(c)) {
                if (beginsWord(key, i)) {
                    snake.append('_');
                }
                snake.append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }

    /** Whether two spellings mean one key. */
    public static boolean same(String a, String b) {
        return initial(a) == initial(b) && canonical(a).equals(canonical(b));
    }

    /** With which the canonical form begins. */
    private static char initial(String key) {
        if (key.isEmpty()) {
            return 0;
        }
        return key.charAt(0) == '-' ? '_' : Character.toLowerCase(key.charAt(0));
    }

    private static boolean beginsWord(String key, int i) {
        if (i == 0) {
            return false;
        }
        char before = key.charAt(i - 1);
        boolean lowerFollows = i + 1 < key.length() && Character.isLowerCase(key.charAt(i + 1));
        return Character.isLowerCase(before)
                || (lowerFollows && (Character.isUpperCase(before) || Character.isDigit(before)));
    }
}
