package io.flowsweep.sweep.report;

import java.util.List;

/** A part of a report. */
record Section(String title, List<Block> blocks) {
    Section {
        blocks = List.copyOf(blocks);
    }
}
