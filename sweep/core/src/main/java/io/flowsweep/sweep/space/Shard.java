package io.flowsweep.sweep.space;

import io.flowsweep.errors.InvalidInputException;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One driver's part of a sweep that several drivers share: every {@code of}-th variant.
 *
 * @param number from 1 to {@code of}, inclusive
 * @param of how many parts there are, at least 1
 */
public record Shard(int number, int of) {

    /** The only part. */
    public static final Shard ALL = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})");

    /** @throws IllegalArgumentException unless {@code 1 <= number <= of} */
    public Shard {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("1 <= number <= of must hold, but got " + number + "/" + of);
        }
    }

    /**
     * Reads {@code 2/3}.
     *
     * @throws InvalidInputException when it is none
     */
    public static Shard parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            int number = Integer.parseInt(matcher.group(1));
            int of = Integer.parseInt(matcher.group(2));
            if (number <= of) {
                return new Shard(number, of);
            }
        }
        throw new InvalidInputException(
                "\"" + text + "\" is no part of a sweep", "", "Write 1/3, 2/3 or 3/3 for a third each.");
    }

    /** How many of {@code size} variants are in this part. */
    public BigInteger share(BigInteger size) {
        BigInteger parts = BigInteger.valueOf(of);
        return size.subtract(BigInteger.valueOf(number))
                .add(parts)
                .divide(parts)
                .max(BigInteger.ZERO);
    }

    /** The variant at a position of this part. */
    public BigInteger variant(BigInteger position) {
        return BigInteger.valueOf(number - 1L).add(position.multiply(BigInteger.valueOf(of)));
    }

    /** Whether a variant is in this part. */
    public boolean has(long variant) {
        return variant % of == number - 1;
    }

    /** Whether two drivers would work on the same variants. */
    public boolean overlaps(Shard other) {
        return of != other.of || number == other.number;
    }

    /** {@code 2/3}. */
    @Override
    public String toString() {
        return number + "/" + of;
    }
}
