package io.flowsweep.sweep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.errors.InvalidInputException;

/** Counts what was accepted and what refused, and fails on everything else. */
final class Tally {

    private final String what;
    private int accepted;
    private int refused;

    Tally(String what) {
        this.what = what;
    }

    void run(String input, Runnable reader) {
        try {
            reader.run();
            accepted++;
        } catch (InvalidInputException e) {
            assertThat(e.problems()).as(input).isNotEmpty();
            assertThat(e.getMessage()).as(input).isNotBlank();
            refused++;
        } catch (Throwable e) {
            throw new AssertionError(what + ": neither read nor refused:\n" + input, e);
        }
    }

    /** Both must happen often, or the inputs test nothing. */
    void check() {
        System.out.println(what + ": " + accepted + " accepted, " + refused + " refused");
        assertThat(accepted).as(what + " accepted").isGreaterThan((accepted + refused) / 200);
        assertThat(refused).as(what + " refused").isGreaterThan((accepted + refused) / 200);
    }
}
