package io.flowsweep.cli.plan;

import io.flowsweep.cli.output.FoundText;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.events.Owner;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.results.Explanation.Kind;
import io.flowsweep.sweep.results.Forecast;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a start of a sweep would find on record, for who only looks. */
public final class Forecasting {

    private Forecasting() {}

    /** For a plan, which is also made of a sweep that cannot be run; then empty. */
    static Optional<Forecast> ofPlan(Sweep sweep, SweepOptions options) {
        try {
            return Optional.of(
                    sweep.outlook(options.dependencyListener(event -> {})).forecast());
        } catch (FlowSweepException e) {
            return Optional.empty(); // `run --dry-run` says what is wrong
        }
    }

    /** The lines that a start would print, and who drives it now; no line when nothing is on record. */
    public static String text(Forecast forecast) {
        StringBuilder text = new StringBuilder();
        forecast.found()
                .ifPresent(found -> text.append("found    ")
                        .append(FoundText.of(found, forecast.open()))
                        .append('\n'));
        for (Owner driver : forecast.drivers()) {
            text.append("driver   process ")
                    .append(driver.pid())
                    .append(" on ")
                    .append(driver.machine())
                    .append(" drives it now\n");
        }
        return text.toString();
    }

    /** {@code state} of a variant: what most is to be done for any of its repeats; and {@code states} where there are several. */
    static void put(Forecast forecast, BigInteger variant, Map<String, Object> line) {
        if (variant.bitLength() >= Long.SIZE) {
            return;
        }
        List<Kind> kinds = forecast.of(variant.longValueExact());
        Kind state = List.of(Kind.STALE, Kind.NEW, Kind.FAILED_BEFORE, Kind.REUSED).stream()
                .filter(kinds::contains)
                .findFirst()
                .orElseThrow();
        line.put("state", word(state));
        if (kinds.size() > 1) {
            line.put("states", kinds.stream().map(Forecasting::word).toList());
        }
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
