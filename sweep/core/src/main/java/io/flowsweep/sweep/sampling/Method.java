package io.flowsweep.sweep.sampling;

/** How the points of a sample are spread. */
public enum Method {

    /** Independent of each other. */
    RANDOM(Integer.MAX_VALUE, Long.MAX_VALUE) {
        @Override
        UnitPoints make(long n, int dimensions, long seed) {
            return (index, dimension) -> Mixer.unit(Mixer.mix(seed, dimension, index));
        }
    },

    /** Latin hypercube (McKay, Beckman and Conover, 1979): each of n equal slices of an axis has one point. */
    LHS(Integer.MAX_VALUE, Long.MAX_VALUE) {
        @Override
        UnitPoints make(long n, int dimensions, long seed) {
            return new LatinHypercube(n, dimensions, seed);
        }
    },

    /** Sobol (1967) with the directions of Joe and Kuo (2008), scrambled; best when n is a power of 2. */
    SOBOL(1000, 1L << 31) {
        @Override
        UnitPoints make(long n, int dimensions, long seed) {
            return new SobolPoints(dimensions, seed);
        }
    },

    /** Halton (1960), scrambled; for a few dimensions. */
    HALTON(100, Long.MAX_VALUE) {
        @Override
        UnitPoints make(long n, int dimensions, long seed) {
            return new HaltonPoints(dimensions, seed);
        }
    };

    private final int mostDimensions;
    private final long mostPoints;

    Method(int mostDimensions, long mostPoints) {
        this.mostDimensions = mostDimensions;
        this.mostPoints = mostPoints;
    }

    /**
     * The points.
     *
     * @param n how many there are
     * @param dimensions at least 1
     * @throws IllegalArgumentException when the method does not go that far
     */
    public UnitPoints points(long n, int dimensions, long seed) {
        if (n < 1 || n > mostPoints) {
            throw new IllegalArgumentException("1 <= n <= " + mostPoints + " must hold for " + this + ", got " + n);
        }
        if (dimensions < 1 || dimensions > mostDimensions) {
            throw new IllegalArgumentException(
                    "a sample by " + this + " has 1 to " + mostDimensions + " axes, got " + dimensions);
        }
        return make(n, dimensions, seed);
    }

    abstract UnitPoints make(long n, int dimensions, long seed);

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
