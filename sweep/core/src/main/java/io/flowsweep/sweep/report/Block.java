package io.flowsweep.sweep.report;

import io.flowsweep.plots.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A part of a section. All texts are plain: whoever writes them down escapes them. */
sealed interface Block {

    /** One or more sentences. */
    record Text(String text) implements Block {}

    /** Names and what they have. */
    record Facts(Map<String, String> facts) implements Block {
        public Facts {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }
    }

    /** A table of which no more than {@code most} rows are shown. */
    record Grid(Table table, int most) implements Block {}

    /** The table of all results, which a page lets sort and filter. */
    record Results(Table table) implements Block {}

    /** Failures with one message. */
    record Failed(String what, String message, Optional<String> detail) implements Block {}

    /** A chart. */
    record Figure(ReportChart chart) implements Block {}
}
