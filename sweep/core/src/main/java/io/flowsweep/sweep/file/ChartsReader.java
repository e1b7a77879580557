package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.plots.model.InvalidChartException;
import io.flowsweep.sweep.file.text.FileContext;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.spec.ChartRequest;
import io.flowsweep.sweep.spec.RunColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads {@code charts = [ { type, title, baseline, log_x, log_y, log_value, … } ]}; further keys are the channels, each with
 * a column or a list of columns.
 */
final class ChartsReader {

    /** The rest says what rows are, which a sweep knows by itself. */
    private static final List<Channel> CHANNELS = List.of(
            Channel.X, Channel.Y, Channel.SERIES, Channel.VALUE, Channel.PARAMETERS, Channel.START, Channel.END);

    private static final List<Channel> SCALES = List.of(Channel.X, Channel.Y, Channel.VALUE);
    private static final Set<String> LATER = Set.of("name", "facet", "where", "error", "color", "size", "smooth");

    private final FileContext context;
    private final Columns columns;
    private final boolean accepted;
    private final Set<String> keys = new HashSet<>(Set.of("type", "title", "baseline"));

    /** @param accepted whether the file was read before, maybe by a version that ignored a scale that a chart lacks */
    ChartsReader(FileContext context, Columns columns, boolean accepted) {
        this.context = context;
        this.accepted = accepted;
        this.columns = columns;
        CHANNELS.forEach(channel -> keys.add(channel.toString()));
        SCALES.forEach(channel -> keys.add("log_" + channel));
    }

    List<ChartRequest> read(ConfigValue charts, String where) {
        List<ChartRequest> requests = new ArrayList<>();
        if (!(charts instanceof ConfigList list)) {
            context.problems()
                    .add(where, "\"charts\" must be a list", "Write charts = [ { type = line, x = …, y = … } ].");
            return requests;
        }
        for (ConfigValue item : list) {
            String place = SourcePlaces.of(item.origin());
            if (item instanceof ConfigObject object) {
                chart(new Section("charts", object, place, context)).ifPresent(requests::add);
            } else {
                context.problems().add(place, "a chart must be an object", "Write { type = line, x = …, y = … }.");
            }
        }
        return requests;
    }

    private Optional<ChartRequest> chart(Section section) {
        section.allow(keys, LATER);
        if (!section.has("type")) {
            context.problems().add(section.where(), "a chart needs \"type\"", "");
        }
        Optional<ChartType> type = section.word("type", ChartType.class);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        for (Channel needed : type.get().needs()) {
            boolean known = RunColumns.of(type.get()).containsKey(needed);
            if (CHANNELS.contains(needed) && !known && !section.has(needed.toString())) {
                context.problems().add(section.where(), type.get().inWords() + " needs \"" + needed + "\"", "");
            }
        }
        try {
            return Optional.of(new ChartRequest(spec(type.get(), section), section.where()));
        } catch (InvalidChartException e) {
            context.problems().add(section.where(), e.getMessage(), "");
            return Optional.empty();
        }
    }

    private ChartSpec spec(ChartType type, Section section) {
        ChartSpec spec = ChartSpec.of(type);
        for (Channel channel : CHANNELS) {
            spec = spec.with(channel, columns(section, channel.toString(), RunColumns.of(type)));
        }
        if (type == ChartType.CURVES) {
            spec.columns(Channel.Y).forEach(y -> columns.checkReported(y, section.where("y")));
        }
        for (Channel channel : SCALES) {
            boolean asked = section.flag("log_" + channel);
            boolean ignored = accepted && !type.scales().contains(channel);
            spec = asked && !ignored ? spec.withLog(channel) : spec;
        }
        spec = section.text("baseline").map(spec::withBaseline).orElse(spec);
        return section.text("title").map(spec::withTitle).orElse(spec);
    }

    private List<String> columns(Section section, String key, Map<Channel, String> known) {
        Stream<String> written =
                section.plain(key).filter(List.class::isInstance).isPresent()
                        ? ((List<?>) section.plain(key).orElseThrow()).stream().map(String::valueOf)
                        : section.text(key).stream();
        return written.flatMap(name ->
                        known.containsValue(name) ? Stream.of(name) : columns.column(name, section.where(key)).stream())
                .toList();
    }
}
