package io.flowsweep.sweep.report;

import io.flowsweep.sweep.page.Shown;
import io.flowsweep.sweep.results.SweepSummary.FailureGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What failed, and why: grouped by message, the most frequent first. */
final class FailureSection {

    /** More different messages are counted only. */
    static final int MOST_GROUPS = 50;

    /** A longer message is cut. */
    static final int MOST_LETTERS = 2000;

    private FailureSection() {}

    static Section of(Report report) {
        List<Block> blocks = new ArrayList<>();
        List<FailureGroup> groups = report.summary().failures();
        groups.stream().limit(MOST_GROUPS).forEach(group -> blocks.add(block(group)));
        if (groups.size() > MOST_GROUPS) {
            long more = groups.stream()
                    .skip(MOST_GROUPS)
                    .mapToLong(FailureGroup::count)
                    .sum();
            blocks.add(new Block.Text("And " + more + " more with " + (groups.size() - MOST_GROUPS)
                    + " other messages: a report shows the " + MOST_GROUPS + " most frequent."));
        }
        return new Section("What failed", blocks);
    }

    private static Block block(FailureGroup group) {
        String example = (group.count() == 1 ? "" : "for example ") + group.example();
        return new Block.Failed(
                group.count() + (group.run().isPresent() ? " failed" : " skipped"),
                Shown.cut(group.message(), MOST_LETTERS),
                Optional.of(example + group.run().map(run -> ", run " + run).orElse("")));
    }
}
