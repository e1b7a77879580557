package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.InvalidChartException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The columns that a chart reads, and the count of the rows that it could not draw. */
final class Input {

    private static final String SUCCEEDED = "succeeded";

    private final ChartSpec spec;
    private final Table table;
    private final Skipped skipped = new Skipped();
    private final Optional<Field> state;

    Input(ChartSpec spec, Table table) {
        this.spec = spec;
        this.table = table;
        for (Channel channel : spec.type().needs()) {
            if (spec.columns(channel).isEmpty()) {
                throw new InvalidChartException(spec.type().inWords() + " needs a column for " + channel);
            }
        }
        spec.columns().values().forEach(names -> names.forEach(table::column));
        state = optional(Channel.STATE);
    }

    ChartSpec spec() {
        return spec;
    }

    Skipped skipped() {
        return skipped;
    }

    boolean log(Channel channel) {
        return spec.log().contains(channel);
    }

    Optional<Field> optional(Channel channel) {
        List<Column> columns = spec.columns(channel).stream().map(table::column).toList();
        return columns.isEmpty() ? Optional.empty() : Optional.of(new Field(table, columns));
    }

    Field field(Channel channel) {
        return optional(channel).orElseThrow();
    }

    /** Each column of a channel by itself. */
    List<Field> fields(Channel channel) {
        return spec.columns(channel).stream()
                .map(name -> new Field(table, List.of(table.column(name))))
                .toList();
    }

    /** @throws InvalidChartException when the channel's column holds text */
    Field numbers(Channel channel) {
        Field field = field(channel);
        if (!field.numeric()) {
            throw new InvalidChartException("the " + channel + " of a " + spec.type()
                    + " chart must be a number column, but \"" + field.name() + "\" holds text");
        }
        return field;
    }

    /** A finite number that has a place on the channel's axis; empty otherwise, which is counted. */
    OptionalDouble number(int row, Channel channel, Field field) {
        OptionalDouble value = finite(row, field);
        return value.isEmpty() || hasPlace(value.getAsDouble(), channel, field) ? value : OptionalDouble.empty();
    }

    /** Whether a row's value has a place on the channel's axis, as all but those up to 0 on a log axis, which are counted. */
    boolean hasPlace(double value, Channel channel, Field field) {
        boolean placed = !log(channel) || value > 0;
        if (!placed) {
            skipped.row("with " + field.name() + " ≤ 0, not on a log axis");
        }
        return placed;
    }

    /**
     * A finite number, for a mean: one that has itself no place on a log axis counts too, else the mean would be that of the
     * large values alone. Empty otherwise, which is counted.
     */
    OptionalDouble finite(int row, Field field) {
        Double value = (Double) field.get(row);
        if (value == null) {
            missing(row, field.name());
        } else if (!Double.isFinite(value)) {
            skipped.row("with a " + field.name() + " that is not finite");
        } else {
            return OptionalDouble.of(value);
        }
        return OptionalDouble.empty();
    }

    /** Counts a row that lacks a value: by how its run ended, when that says why. */
    private void missing(int row, String name) {
        Object ended = state.map(s -> s.get(row)).orElse(SUCCEEDED);
        skipped.row(
                ended == null || ended.equals(SUCCEEDED)
                        ? "without " + name
                        : Field.text(ended).replace('_', ' ') + ": no " + name);
    }
}
