package io.flowsweep.runner;

import io.flowsweep.codec.ValueCodec;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Ids of runs: the time of the start to the millisecond, so that they sort by it, and chance. */
final class RunIds {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 5;
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RunIds() {}

    static String next() {
        StringBuilder id = time(Instant.now()).append('-');
        int chance = RANDOM.nextInt(1 << BITS * LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(DIGITS.charAt(chance >> BITS * i & DIGITS.length() - 1));
        }
        return id.toString();
    }

    /** {@code 20261125-215742-795}, made of the form that is written everywhere, as formatters take long to start. */
    static StringBuilder time(Instant instant) {
        String text = ValueCodec.encode(Instant.class, instant.truncatedTo(ChronoUnit.MILLIS))
                .toString();
        StringBuilder time = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                time.append(c);
            } else if (c == 'T' || c == '.') {
                time.append('-');
            }
        }
        return text.indexOf('.') < 0 ? time.append("-000") : time;
    }
}
