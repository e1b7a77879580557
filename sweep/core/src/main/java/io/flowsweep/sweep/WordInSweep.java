package io.flowsweep.sweep;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.space.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A word for variants of a sweep, whether they have run or not. */
record WordInSweep(VariantWord word, Sweep sweep) {

    /** Of a larger space no names are looked through. */
    private static final long MOST_NAMES = 1_000_000;

    private static final int MOST_SUGGESTED = 1000;

    /** See {@link VariantWord#in(Sweep)}. */
    List<TrialId> trials() {
        Optional<TrialId> number = word.number();
        if (number.isPresent()) {
            sweep.bounds().check(number.get());
            return List.of(number.get());
        }
        if (word.isCondition()) {
            return matching();
        }
        TrialId named = new TrialId(named(), word.repeat().orElse(0));
        sweep.bounds().check(named);
        return List.of(named);
    }

    /** Those for which the word holds, a condition; at least one. */
    List<TrialId> matching() {
        List<TrialId> trials = sweep.variants()
                .matching(Condition.of(word.toString(), ""))
                .mapToObj(variant -> new TrialId(variant, 0))
                .toList();
        if (trials.isEmpty()) {
            throw new InvalidInputException(
                    "\"" + word + "\" holds for no variant of " + sweep.name(),
                    "",
                    "`flowsweep plan` shows what they are given.");
        }
        return trials;
    }

    private long named() {
        Variants variants = sweep.variants();
        Map<String, Long> beginnings = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (long i = 0; variants.has(i); i++) {
            if (i == MOST_NAMES) {
                throw new InvalidInputException(
                        "none of the first " + MOST_NAMES + " variants of " + sweep.name() + " is called \"" + word
                                + "\"",
                        "",
                        "Name it by its number.");
            }
            String one = sweep.nameOf(i);
            if (one.equals(word.name())) {
                return i;
            }
            if (one.startsWith(word.name()) && beginnings.size() <= VariantWord.MOST_TOLD) {
                beginnings.put(one, i);
            }
            if (names.size() < MOST_SUGGESTED) {
                names.add(one);
            }
        }
        return word.theOnly(beginnings, sweep.name())
                .orElseThrow(() -> new InvalidInputException(
                        "no variant of " + sweep.name() + " is called \"" + word + "\"",
                        "",
                        Suggestions.didYouMean(word.name(), names)));
    }
}
