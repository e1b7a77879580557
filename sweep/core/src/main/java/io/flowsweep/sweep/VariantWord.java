package io.flowsweep.sweep;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.TrialRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word by which people say which variants of a sweep they mean, the same in all commands:
 *
 * <ul>
 *   <li>a number, {@code 17}, or {@code 17#2} for its third repeat;
 *   <li>a name, {@code lr=0.1,depth=2}, the beginning of just one, or with its repeat {@code lr=0.1,depth=2 #2};
 *   <li>of a sweep on record, the id of a variant's last run, or the beginning of just one;
 *   <li>a condition over what variants are given, in the language of {@code where}: {@code lr < 0.1}.
 * </ul>
 */
public final class VariantWord {

    /** For the help of commands. */
    public static final String HELP = "by number (17#2 for its third repeat), by name or the beginning of it";

    /** The same where several may be meant. */
    public static final String HELP_SEVERAL = HELP + ", or by a condition: 'lr < 0.1'";

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})(?:#(\\d{1,9}))?");
    private static final Pattern NAME = Pattern.compile("(.+?)(?: #(\\d{1,9}))?");

    /** What no name has. */
    private static final Pattern CONDITION = Pattern.compile("[^A-Za-z0-9._+=,~-]|==");

    /** Of more variants that may be meant, only this many are told. */
    static final int MOST_TOLD = 5;

    private final String text;
    private final String name;
    private final Optional<Integer> repeat;

    private VariantWord(String text) {
        this.text = text.strip();
        Matcher parts = NAME.matcher(this.text);
        boolean matches = parts.matches();
        this.name = matches ? parts.group(1) : "";
        this.repeat = matches ? Optional.ofNullable(parts.group(2)).map(Integer::valueOf) : Optional.empty();
    }

    public static VariantWord of(String text) {
        return new VariantWord(text);
    }

    /** The trial of a number, whether there is one or not; empty when the word is no number. */
    public Optional<TrialId> number() {
        Matcher number = NUMBER.matcher(text);
        return number.matches()
                ? Optional.of(new TrialId(
                        Long.parseLong(number.group(1)),
                        number.group(2) == null ? 0 : Integer.parseInt(number.group(2))))
                : Optional.empty();
    }

    public boolean isCondition() {
        return number().isEmpty() && CONDITION.matcher(name).find();
    }

    /**
     * The variants of a sweep that are meant, in their order; of each its first repeat, unless the word says another one.
     *
     * @return at least one
     * @throws InvalidInputException when there is none, or several begin so
     */
    public List<TrialId> in(Sweep sweep) {
        return new WordInSweep(this, sweep).trials();
    }

    /** The same when just one variant is to be meant. */
    public TrialId oneIn(Sweep sweep) {
        return one(in(sweep), sweep.name(), trial -> sweep.nameOf(trial.variant()));
    }

    /**
     * The trials on record that are meant, by variant and repeat.
     *
     * @return at least one
     * @throws InvalidInputException when none of them was started, or several begin so
     */
    public List<TrialRecord> in(RecordedSweep sweep) {
        return new WordOnRecord(this, sweep).trials();
    }

    /** The same when just one variant is to be meant; its first repeat, unless the word says another one. */
    public TrialRecord oneIn(RecordedSweep sweep) {
        return one(in(sweep), sweep.name(), TrialRecord::name);
    }

    /**
     * The numbers of the variants on record that are meant; one that is named by its number need not have been started.
     *
     * @throws InvalidInputException when there is none
     */
    public List<Long> variantsIn(RecordedSweep sweep) {
        return numberIn(sweep)
                .map(trial -> List.of(trial.variant()))
                .orElseGet(() -> in(sweep).stream()
                        .map(trial -> trial.id().variant())
                        .distinct()
                        .toList());
    }

    /** The same when just one is to be meant. */
    public long oneOf(RecordedSweep sweep) {
        return numberIn(sweep).orElseGet(() -> oneIn(sweep).id()).variant();
    }

    /** {@link #number}, when the sweep has such a variant. */
    public Optional<TrialId> numberIn(RecordedSweep sweep) {
        long variants = sweep.summary().variants();
        number().filter(trial -> trial.variant() >= variants).ifPresent(trial -> {
            throw new InvalidInputException(
                    "the variants of " + sweep.name() + " are 0 to " + (variants - 1) + ", but got " + trial.variant(),
                    "",
                    "");
        });
        return number();
    }

    /** Whether this is the whole name of a trial. */
    public boolean isNameOf(TrialRecord trial) {
        return trial.label().equals(text) || trial.name().equals(text);
    }

    /** The name, without the repeat behind it. */
    String name() {
        return name;
    }

    /** The repeat that stands behind the name. */
    Optional<Integer> repeat() {
        return repeat;
    }

    /**
     * The only one that was found by the beginning of its name; empty when none was.
     *
     * @throws InvalidInputException when there are several
     */
    <T> Optional<T> theOnly(Map<String, T> found, String sweep) {
        if (found.size() > 1) {
            throw several(List.copyOf(found.keySet()), sweep);
        }
        return found.values().stream().findFirst();
    }

    private <T> T one(List<T> found, String sweep, Function<T, String> nameOf) {
        List<String> names =
                found.stream().map(nameOf).distinct().limit(MOST_TOLD + 1).toList();
        if (names.size() > 1) {
            throw several(names, sweep);
        }
        return found.get(0);
    }

    private InvalidInputException several(List<String> names, String sweep) {
        return new InvalidInputException(
                "\"" + text + "\" means several variants of " + sweep + ": "
                        + names.stream().limit(MOST_TOLD).collect(Collectors.joining("; "))
                        + (names.size() > MOST_TOLD ? " and others" : ""),
                "",
                "Name one of them.");
    }

    @Override
    public String toString() {
        return text;
    }
}
