package io.flowsweep.sweep;

import io.flowsweep.codec.Secrets;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.results.ResultColumns;
import io.flowsweep.sweep.spec.SweepSpec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The points of variants as a table: the index, a column for each axis, and what they ask for if anything. */
final class VariantTable {

    private static final String RESOURCES = "resources";

    /** Larger numbers a table would round. */
    private static final int EXACT_BITS = 53;

    private final List<ValueColumn> given;
    private final Variants variants;
    private final VariantResources resources;

    VariantTable(SweepSpec spec, Variants variants, VariantResources resources) {
        this.given = spec.axes().stream().map(ValueColumn::of).toList();
        this.variants = variants;
        this.resources = resources;
    }

    Table of(List<BigInteger> positions) {
        boolean exact = positions.stream().allMatch(position -> position.bitLength() <= EXACT_BITS);
        List<Column> columns =
                new ArrayList<>(List.of(exact ? Column.number(ResultColumns.INDEX) : Column.text(ResultColumns.INDEX)));
        columns.addAll(ResultColumns.columns(given));
        boolean named = columns.stream().anyMatch(column -> column.name().equals(RESOURCES));
        boolean asks = !named
                && !positions.isEmpty()
                && resources.of(variants.get(positions.get(0))).isPresent();
        if (asks) {
            columns.add(Column.text(RESOURCES));
        }
        Table table = new Table(columns);
        for (BigInteger position : positions) {
            List<Object> row = new ArrayList<>(List.of(exact ? position : position.toString()));
            row.addAll(ResultColumns.cells(
                    given, Secrets.maskedUrls(variants.space().get(position))));
            if (asks) {
                row.add(resources
                        .of(variants.get(position))
                        .map(ResourceText::of)
                        .orElse(null));
            }
            table.add(row);
        }
        return table;
    }
}
