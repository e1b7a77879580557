package io.flowsweep.config;

import io.flowsweep.config.HoconOutline.Block;
import io.flowsweep.config.HoconOutline.Entry;
import io.flowsweep.config.HoconOutline.Form;
import io.flowsweep.config.format.Repeated;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys that one text gives two values, of which HOCON takes the last without a word. In one block that is a mistake; in two blocks
 * of one name it may be meant.
 *
 * <p>None of them are a value behind an include, one that is built on the earlier ({@code +=}, {@code ${x}}), a reference alone
 * ({@code ${?PORT}}), two objects, which are merged, and null, which clears.
 */
final class RepeatedKeys {

    private record Repetition(Entry earlier, Entry later) {}

    private final List<Repetition> inOneBlock = new ArrayList<>();
    private final Map<Entry, Entry> replaced = new IdentityHashMap<>();

    private RepeatedKeys() {}

    /** @param entries of one text, in its order */
    static RepeatedKeys of(List<Entry> entries) {
        RepeatedKeys repeated = new RepeatedKeys();
        Map<Block, Map<List<String>, Entry>> blocks = new IdentityHashMap<>();
        Map<List<String>, Entry> text = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.include() != null) {
                blocks.clear();
                text.clear();
                continue;
            }
            Entry inBlock = blocks.computeIfAbsent(entry.block(), block -> new HashMap<>())
                    .put(entry.path(), entry);
            if (inBlock != null && isLost(inBlock, entry)) {
                repeated.inOneBlock.add(new Repetition(inBlock, entry));
            }
            Entry inText = text.put(entry.path(), entry);
            if (inText != null && isLost(inText, entry)) {
                repeated.replaced.put(entry, inText);
            }
        }
        return repeated;
    }

    /**
     * Refuses what one block repeats.
     *
     * @param description the text in the place of a file
     * @throws InvalidInputException with all of it
     */
    void refuse(String description) {
        InvalidInputException.throwIfAny(inOneBlock.stream()
                .map(repetition -> problem(repetition, description))
                .toList());
    }

    /** The entry whose value is lost by a later one, in the same block or in another. */
    Optional<Entry> replaced(Entry later) {
        return Optional.ofNullable(replaced.get(later));
    }

    private static Problem problem(Repetition repetition, String description) {
        return Repeated.key(
                ConfigPaths.join(repetition.later.path()),
                repetition.earlier.line(),
                repetition.later.line(),
                description);
    }

    private static boolean isLost(Entry earlier, Entry later) {
        return !later.selfReferring()
                && earlier.form() != Form.OPEN
                && later.form() != Form.OPEN
                && (earlier.form() == Form.LEAF || later.form() == Form.LEAF);
    }
}
