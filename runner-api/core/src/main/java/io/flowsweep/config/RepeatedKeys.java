package io.flowsweep.config;

import io.flowsweep.config.HoconOutline.Block;
import io.flowsweep.config.HoconOutline.Entry;
import io.flowsweep.config.HoconOutline.Form;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys that one block gives two values, of which HOCON would take the last without a word.
 *
 * <p>What overrides on purpose is none of them: a value behind an include, of another block of the same name, one that is
 * built on the earlier ({@code +=}, {@code ${x}}), a reference alone ({@code ${?PORT}}), two objects, which are merged, and
 * null, which clears.
 */
final class RepeatedKeys {

    private RepeatedKeys() {}

    /**
     * @param entries of one text, in its order
     * @param description the text in the place of a file
     * @throws InvalidInputException with all that are repeated
     */
    static void refuse(List<Entry> entries, String description) {
        Map<Block, Map<List<String>, Entry>> seen = new IdentityHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.include() != null) {
                seen.clear();
                continue;
            }
            Entry earlier = seen.computeIfAbsent(entry.block(), block -> new HashMap<>())
                    .put(entry.path(), entry);
            if (earlier != null && isLost(earlier, entry)) {
                problems.add(Problem.of(
                        "\"" + ConfigPaths.join(entry.path()) + "\" is given twice, "
                                + (earlier.line() == entry.line()
                                        ? "both in this line"
                                        : "first in line " + earlier.line())
                                + ", and only the last would count",
                        description + ":" + entry.line(),
                        "Keep one of them."));
            }
        }
        InvalidInputException.throwIfAny(problems);
    }

    private static boolean isLost(Entry earlier, Entry later) {
        return !later.selfReferring()
                && earlier.form() != Form.OPEN
                && later.form() != Form.OPEN
                && (earlier.form() == Form.LEAF || later.form() == Form.LEAF);
    }
}
