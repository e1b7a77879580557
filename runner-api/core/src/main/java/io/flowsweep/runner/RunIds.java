package io.flowsweep.runner;

import io.flowsweep.codec.ValueCodec;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * Ids of runs: the time of the start to the millisecond, and chance. They sort by that time; those of one process in the order in which it
 * asked for them, as no two of its runs have the same one.
 */
final class RunIds {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 5;
    private static final int LENGTH = 6;

    /** Seeded by the system: chance that differs between processes is all that is asked of it. */
    private static final SplittableRandom RANDOM = new SplittableRandom(new SecureRandom().nextLong());

    private static long last;

    private RunIds() {}

    static String next() {
        StringBuilder id = time(Instant.ofEpochMilli(millis())).append('-');
        int chance = chance();
        for (int i = 0; i < LENGTH; i++) {
            id.append(DIGITS.charAt(chance >> BITS * i & DIGITS.length() - 1));
        }
        return id.toString();
    }

    private static synchronized long millis() {
        last = Math.max(last + 1, System.currentTimeMillis());
        return last;
    }

    private static synchronized int chance() {
        return RANDOM.nextInt(1 << BITS * LENGTH);
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
