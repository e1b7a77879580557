package io.flowsweep.sweep.sampling;

import io.flowsweep.codec.PlainValues;

/** What an axis without a fixed list of values may be. Immutable. */
public sealed interface Distribution {

    /**
     * The value below which a share {@code u} of the draws lies, as a plain value.
     *
     * @param u between 0 and 1, both exclusive
     */
    Object at(double u);

    /** As a sweep file says it: {@code { uniform = [0.0, 1.0] }}. */
    String text();

    private static String written(String word, Number first, Number second) {
        return "{ " + word + " = [" + first + ", " + second + "] }";
    }

    /**
     * Every number of an interval alike.
     *
     * @param from inclusive
     * @param to inclusive
     */
    record Uniform(double from, double to) implements Distribution {

        /** @throws IllegalArgumentException unless {@code from < to}, both finite */
        public Uniform {
            Bounds.check("uniform", from, to);
        }

        @Override
        public Object at(double u) {
            return PlainValues.canonical(Math.min(to, Math.max(from, from + u * (to - from))));
        }

        @Override
        public String text() {
            return written("uniform", from, to);
        }
    }

    /**
     * Every order of magnitude alike.
     *
     * @param from the least value itself, not its logarithm; above 0
     * @param to the largest value
     */
    record LogUniform(double from, double to) implements Distribution {

        /** @throws IllegalArgumentException unless {@code 0 < from < to}, both finite */
        public LogUniform {
            Bounds.check("loguniform", from, to);
            Bounds.positive("loguniform", from);
        }

        @Override
        public Object at(double u) {
            double low = StrictMath.log(from);
            double value = StrictMath.exp(low + u * (StrictMath.log(to) - low));
            return PlainValues.canonical(Math.min(to, Math.max(from, value)));
        }

        @Override
        public String text() {
            return written("loguniform", from, to);
        }
    }

    /** The normal distribution. */
    record Normal(double mean, double sd) implements Distribution {

        /** @throws IllegalArgumentException unless both are finite and {@code sd > 0} */
        public Normal {
            Bounds.spread("normal", mean, sd);
        }

        @Override
        public Object at(double u) {
            return PlainValues.canonical(mean + sd * NormalQuantile.at(u));
        }

        @Override
        public String text() {
            return written("normal", mean, sd);
        }
    }

    /** The exponential of a normal distribution: {@code mean} and {@code sd} are those of the natural logarithm. */
    record LogNormal(double mean, double sd) implements Distribution {

        /** @throws IllegalArgumentException unless both are finite and {@code sd > 0} */
        public LogNormal {
            Bounds.spread("lognormal", mean, sd);
        }

        @Override
        public Object at(double u) {
            return PlainValues.canonical(StrictMath.exp(mean + sd * NormalQuantile.at(u)));
        }

        @Override
        public String text() {
            return written("lognormal", mean, sd);
        }
    }

    /**
     * Every whole number of an interval alike.
     *
     * @param from inclusive
     * @param to inclusive
     */
    record RandInt(long from, long to) implements Distribution {

        /** @throws IllegalArgumentException unless {@code from < to} and there are less than 2^53 numbers */
        public RandInt {
            Bounds.check("randint", from, to);
            if ((double) to - (double) from >= 0x1p53) {
                throw new IllegalArgumentException("randint has at most 2^53 numbers");
            }
        }

        @Override
        public Object at(double u) {
            return Math.min(to, from + (long) Math.floor(u * ((double) (to - from) + 1)));
        }

        @Override
        public String text() {
            return written("randint", from, to);
        }
    }
}
