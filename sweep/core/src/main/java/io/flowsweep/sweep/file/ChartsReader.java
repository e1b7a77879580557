package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.config.SourcePlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code charts = [ { type, x, y, series, title, log_x, log_y } ]}. */
final class ChartsReader {

    private static final Set<String> KEYS = Set.of("type", "x", "y", "series", "title", "log_x", "log_y");
    private static final Set<String> LATER = Set.of("name", "facet", "where", "error", "color", "size", "smooth");

    private final FileContext context;
    private final Columns columns;

    ChartsReader(FileContext context, Columns columns) {
        this.context = context;
        this.columns = columns;
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
        section.allow(KEYS, LATER);
        for (String needed : List.of("type", "x", "y")) {
            if (!section.has(needed)) {
                context.problems().add(section.where(), "a chart needs \"" + needed + "\"", "");
            }
        }
        Optional<ChartRequest.Type> type = section.word("type", ChartRequest.Type.class);
        Optional<String> x = column(section, "x");
        Optional<String> y = column(section, "y");
        Optional<String> series = column(section, "series");
        Optional<String> title = section.text("title");
        boolean logX = section.flag("log_x");
        boolean logY = section.flag("log_y");
        if (type.isEmpty() || x.isEmpty() || y.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ChartRequest(type.get(), x.get(), y.get(), series, title, logX, logY, section.where()));
    }

    private Optional<String> column(Section section, String key) {
        return section.text(key).flatMap(written -> columns.column(written, section.where(key)));
    }
}
