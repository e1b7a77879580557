package io.flowsweep.sweep;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.TrialRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A word for trials of a sweep on record, which have been started. */
record WordOnRecord(VariantWord word, RecordedSweep sweep) {

    /** A shorter word is no beginning of a run's id. */
    private static final int LEAST_OF_A_RUN = 4;

    /** See {@link VariantWord#in(RecordedSweep)}. */
    List<TrialRecord> trials() {
        Optional<TrialId> number = word.numberIn(sweep);
        if (number.isPresent()) {
            return List.of(sweep.trials()
                    .find(number.get())
                    .orElseThrow(() -> new InvalidInputException(
                            "variant " + word + " of " + sweep.name() + " has not been started", "", "")));
        }
        return word.isCondition() ? matching() : List.of(named());
    }

    private List<TrialRecord> matching() {
        Set<Long> held = new WordInSweep(word, sweep.sweep())
                .matching().stream().map(TrialId::variant).collect(Collectors.toSet());
        List<TrialRecord> trials = sweep.trials().all().stream()
                .filter(trial -> held.contains(trial.id().variant()))
                .toList();
        if (trials.isEmpty()) {
            throw new InvalidInputException(
                    "no variant of " + sweep.name() + " for which \"" + word + "\" holds has been started", "", "");
        }
        return trials;
    }

    private TrialRecord named() {
        Collection<TrialRecord> all = sweep.trials().all();
        Optional<TrialRecord> exact = all.stream().filter(word::isNameOf).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        Map<String, TrialRecord> beginnings = new LinkedHashMap<>();
        all.stream().filter(this::beginsSo).forEach(trial -> beginnings.putIfAbsent(trial.name(), trial));
        if (beginnings.isEmpty() && word.toString().length() >= LEAST_OF_A_RUN) {
            all.forEach(trial -> trial.run()
                    .filter(run -> run.startsWith(word.toString()))
                    .ifPresent(run -> beginnings.put(trial.label() + ", run " + run, trial)));
        }
        return word.theOnly(beginnings, sweep.name())
                .orElseThrow(() -> new InvalidInputException(
                        "no variant of " + sweep.name() + " that was started is called \"" + word + "\"",
                        "",
                        Suggestions.didYouMean(
                                word.name(),
                                all.stream().map(TrialRecord::name).distinct().toList())));
    }

    private boolean beginsSo(TrialRecord trial) {
        return trial.name().startsWith(word.name())
                && word.repeat().map(repeat -> repeat == trial.id().repeat()).orElse(true);
    }
}
