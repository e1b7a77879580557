package io.flowsweep.cli.plan;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.Secrets;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.plots.TextTable;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.results.Forecast;
import io.flowsweep.sweep.results.ShownTable;
import io.flowsweep.sweep.variant.Variant;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variants of a sweep, before any of them runs. */
public final class PlanText {

    private static final int ENDS = 5;
    private static final int HEADER_LINES = 2;

    private PlanText() {}

    /**
     * The count, and the first and last variants as a table; all of them on request. Where it is not known which the last are,
     * only the first.
     */
    public static String of(PlannedVariants shown, boolean all, int width) {
        Sweep sweep = shown.count().sweep();
        StringBuilder text = new StringBuilder(count(shown.count()));
        if (!shown.what().isEmpty()) {
            text.append("; ").append(shown.what()).append(": ").append(shown.size());
        }
        if (sweep.axes().isEmpty()) {
            return text.append('\n').toString();
        }
        text.append("\n\n");
        BigInteger size = shown.least();
        BigInteger ends = BigInteger.valueOf(ENDS);
        boolean whole = all || !shown.open() && size.compareTo(ends.add(ends)) <= 0;
        if (whole) {
            return text.append(table(shown, positions(BigInteger.ZERO, size), width))
                    .toString();
        }
        Stream<BigInteger> first = positions(BigInteger.ZERO, size.min(ends));
        Stream<BigInteger> last = shown.open() ? Stream.of() : positions(size.subtract(ends), size);
        List<String> lines = table(shown, Stream.concat(first, last), width)
                .lines()
                .collect(Collectors.toCollection(ArrayList::new));
        lines.add(HEADER_LINES + size.min(ends).intValueExact(), "…");
        return text.append(String.join("\n", lines)).append('\n').toString();
    }

    private static String table(PlannedVariants shown, Stream<BigInteger> positions, int width) {
        return TextTable.render(
                ShownTable.of(shown.count()
                        .sweep()
                        .variants(positions.map(shown.numbers()).toList())),
                width);
    }

    private static Stream<BigInteger> positions(BigInteger from, BigInteger to) {
        return Stream.iterate(from, position -> position.compareTo(to) < 0, position -> position.add(BigInteger.ONE));
    }

    /** How many variants there are, and of what they are made: {@code matmul: 6 variants over cpu (2) × dim (3)}. */
    public static String count(VariantCount count) {
        Sweep sweep = count.sweep();
        boolean one = count.known().exact() && count.known().value().equals(BigInteger.ONE);
        String variants = sweep.name() + ": " + count.known() + (one ? " variant" : " variants");
        if (sweep.axes().isEmpty()) {
            return variants + "; nothing varies";
        }
        String over = sweep.axes().stream()
                .map(a -> a.name() + " (" + a.domain().size() + ")")
                .collect(Collectors.joining(" × ", variants + " over ", ""));
        return count.known().exact() ? over : over + "; --count counts them all";
    }

    /** A line about inputs that nobody has named, when they are more than a script. */
    static String inputs(Sweep sweep) {
        if (sweep.namesInputs()) {
            return "";
        }
        int count = sweep.inputs().size();
        return count <= 1
                ? ""
                : "inputs   " + count
                        + " files, found by the rules for a command that names none; --inputs lists them\n";
    }

    /** Each of these files as a line of text, or of JSON. */
    static void list(Collection<Path> inputs, boolean json, PrintWriter out) {
        for (Path input : inputs) {
            out.print((json ? Json.write(Map.of("input", input.toString())) : SourcePlaces.of(input)) + "\n");
        }
        out.flush();
    }

    /** Each variant with all that is decided about it, as a line of JSON; and what is on record of it, when that is known. */
    public static void json(PlannedVariants shown, Optional<Forecast> forecast, PrintWriter out) {
        Sweep sweep = shown.count().sweep();
        for (BigInteger i = BigInteger.ZERO; shown.has(i); i = i.add(BigInteger.ONE)) {
            Variant variant = sweep.variant(shown.numbers().apply(i));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("variant", variant.position());
            line.put("name", variant.name());
            line.put("point", Secrets.masked(variant.point()));
            line.put("config", Secrets.masked(variant.config()));
            if (!variant.configs().isEmpty()) {
                line.put("configs", Secrets.masked(variant.configs()));
            }
            line.put("params", Secrets.masked(variant.params()));
            forecast.ifPresent(found -> Forecasting.put(found, variant.position(), line));
            sweep.resources(variant).ifPresent(resources -> line.put("resources", json(resources)));
            out.print(Json.write(line) + "\n");
            if (out.checkError()) {
                return; // the reader has gone
            }
        }
        out.flush();
    }

    private static Map<String, Object> json(ResourcePlan resources) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cpu", resources.cpu());
        resources.memoryBytes().ifPresent(bytes -> json.put("memory_bytes", bytes));
        json.put("gpu", resources.gpu());
        json.put("pools", resources.pools());
        return json;
    }
}
