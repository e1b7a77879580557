package io.flowsweep.cli.plan;

import io.flowsweep.cli.output.ValueDiff;
import io.flowsweep.sweep.Sweep;
import java.io.PrintWriter;
import java.math.BigInteger;

/** In which values two variants of a sweep differ. */
final class PlanDiff {

    private final Sweep sweep;
    private final BigInteger i;
    private final BigInteger j;

    PlanDiff(VariantCount count, BigInteger i, BigInteger j) {
        this.sweep = count.sweep();
        this.i = count.checked("--diff", i);
        this.j = count.checked("--diff", j);
    }

    void print(PrintWriter out, boolean json) {
        ValueDiff diff = new ValueDiff(i.toString(), sweep.values(i), j.toString(), sweep.values(j));
        if (json) {
            diff.printJson(out);
        } else {
            diff.print(out, title(i), title(j));
        }
    }

    private String title(BigInteger variant) {
        return variant + "  " + sweep.variant(variant).name();
    }
}
