package io.flowsweep.cli.plan;

import io.flowsweep.cli.output.Screen;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.space.Space;
import java.io.PrintWriter;
import java.math.BigInteger;

/**
 * How many variants a sweep has, as far as it is known: where a condition leaves variants out of a large space, only looking
 * at every point tells. Finds out more when it is asked, and on a terminal tells how far it is. Not thread-safe.
 */
public final class VariantCount {

    /** How many points are looked at without being asked to count. */
    private static final long LOOKED_AT = 100_000;

    private static final long STEP = 10_000;

    private final Sweep sweep;
    private final Screen screen;
    private Space.Count known;

    public VariantCount(Sweep sweep, PrintWriter out) {
        this(sweep, new Screen(out, Terminal.detect()));
    }

    VariantCount(Sweep sweep, Screen screen) {
        this.sweep = sweep;
        this.screen = screen;
        this.known = sweep.count(0);
    }

    /** Looks at so many points, which takes a second, or some when a config has to be resolved for each. */
    public VariantCount look() {
        for (long looked = 0; looked < LOOKED_AT && !known.exact(); looked += STEP) {
            screen.live("looking for variants: " + known);
            known = sweep.count(STEP);
        }
        screen.live("");
        return this;
    }

    Sweep sweep() {
        return sweep;
    }

    Space.Count known() {
        return known;
    }

    /** Looks until all are known. */
    public BigInteger exact() {
        return reach(null);
    }

    /** Whether there is a variant at a position; looks as far as it has to. */
    boolean has(BigInteger position) {
        return position.signum() >= 0 && position.compareTo(reach(position)) < 0;
    }

    /**
     * A number of a variant that an option gives.
     *
     * @throws InvalidInputException when the sweep has no such variant
     */
    BigInteger checked(String option, BigInteger position) {
        if (!has(position)) {
            throw new InvalidInputException(
                    option + " " + position + ": the variants are 0 to " + exact().subtract(BigInteger.ONE), "", "");
        }
        return position;
    }

    private BigInteger reach(BigInteger position) {
        while (!known.exact() && (position == null || position.compareTo(known.value()) >= 0)) {
            screen.live("counting: " + known + " variants");
            known = sweep.count(STEP);
        }
        screen.live("");
        return known.value();
    }
}
