package io.flowsweep.cli;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.Secrets;
import io.flowsweep.plan.FlowPlan.ResourcePlan;
import io.flowsweep.plots.TextTable;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.space.Variant;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The variants of a sweep, before any of them runs. */
final class PlanText {

    private static final long ENDS = 5;
    private static final int HEADER_LINES = 2;

    private PlanText() {}

    /** The count, and the first and last variants as a table; all of them on request. */
    static String of(Sweep sweep, PlannedVariants shown, boolean all, int width) {
        StringBuilder text = new StringBuilder(count(sweep));
        if (!shown.what().isEmpty()) {
            text.append("; ").append(shown.what()).append(": ").append(shown.size());
        }
        if (sweep.axes().isEmpty()) {
            return text.append('\n').toString();
        }
        text.append("\n\n");
        long size = shown.size();
        if (all || size <= 2 * ENDS) {
            return text.append(table(sweep, shown, LongStream.range(0, size), width))
                    .toString();
        }
        LongStream ends = LongStream.concat(LongStream.range(0, ENDS), LongStream.range(size - ENDS, size));
        List<String> lines = table(sweep, shown, ends, width).lines().collect(Collectors.toCollection(ArrayList::new));
        lines.add(HEADER_LINES + (int) ENDS, "…");
        return text.append(String.join("\n", lines)).append('\n').toString();
    }

    private static String table(Sweep sweep, PlannedVariants shown, LongStream positions, int width) {
        return TextTable.render(sweep.variants(positions.map(shown.numbers())), width);
    }

    /** How many variants there are, and of what they are made: {@code matmul: 6 variants over cpu (2) × dim (3)}. */
    static String count(Sweep sweep) {
        String variants = sweep.name() + ": " + Texts.count(sweep.size().longValueExact(), "variant");
        return sweep.axes().isEmpty()
                ? variants + "; nothing varies"
                : sweep.axes().stream()
                        .map(a -> a.name() + " (" + a.domain().size() + ")")
                        .collect(Collectors.joining(" × ", variants + " over ", ""));
    }

    /** Each variant with all that is decided about it, as a line of JSON. */
    static void json(Sweep sweep, PlannedVariants shown, PrintWriter out) {
        for (long i = 0; i < shown.size(); i++) {
            Variant variant = sweep.variant(shown.numbers().applyAsLong(i));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("variant", variant.index());
            line.put("name", variant.name());
            line.put("point", Secrets.masked(variant.point()));
            line.put("config", Secrets.masked(variant.config()));
            line.put("params", Secrets.masked(variant.params()));
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
