package io.flowsweep.sweep.file.edit;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.text.ProblemList;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Condition;
import io.flowsweep.sweep.space.Order;
import io.flowsweep.sweep.space.Rewrite;
import io.flowsweep.sweep.space.Variation;
import io.flowsweep.sweep.space.domain.Bindings;
import io.flowsweep.sweep.space.domain.Bindings.Binding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which points of its space a sweep has this time: the words {@code --where=EXPRESSION}, {@code --binding=NAME},
 * {@code --shuffle=SEED} and {@code --limit=N} among its overrides. Immutable.
 */
public final class Restriction {

    private static final String WHERE = "--where=";
    private static final String BINDING = "--binding=";
    private static final String SHUFFLE = "--shuffle=";
    private static final String LIMIT = "--limit=";

    private final List<String> words;

    private Restriction(List<String> words) {
        this.words = List.copyOf(words);
    }

    public static boolean isWord(String word) {
        return word.startsWith("--");
    }

    /** @throws InvalidInputException with each word that is none of these, or whose number is none */
    public static Restriction parse(List<String> words) {
        List<Problem> problems = new ArrayList<>();
        for (String word : words) {
            boolean known = List.of(WHERE, BINDING).stream().anyMatch(word::startsWith)
                    || word.matches(SHUFFLE + "-?\\d{1,18}")
                    || word.matches(LIMIT + "0*[1-9]\\d{0,17}");
            if (!known) {
                problems.add(Problem.of(
                        word + " is none of --where=EXPRESSION, --binding=NAME, --shuffle=SEED and --limit=N, N from 1",
                        "",
                        ""));
            }
        }
        InvalidInputException.throwIfAny(problems);
        return new Restriction(words);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words, sorted: their order does not matter. */
    List<String> normalised() {
        return words.stream().map(String::strip).sorted().distinct().toList();
    }

    /** What is left of a variation; its own conditions hold, too, and its own order gives way. */
    Variation of(Variation variation, ProblemList problems) {
        Variation left = bound(variation, problems);
        for (String expression : values(WHERE)) {
            left = left.and(Condition.of(expression, "--where"));
        }
        Optional<Long> shuffle = last(SHUFFLE).map(Long::valueOf);
        Optional<BigInteger> limit = last(LIMIT).map(BigInteger::new);
        Order own = variation.order();
        return left.withOrder(new Order(shuffle.or(own::shuffle), own.skip(), limit.or(own::limit)));
    }

    private Variation bound(Variation variation, ProblemList problems) {
        List<String> names = values(BINDING).stream().distinct().toList();
        if (names.isEmpty()) {
            return variation;
        }
        Optional<Bindings> bindings = variation.space().axes().stream()
                .filter(axis -> axis.domain() instanceof Bindings)
                .map(axis -> (Bindings) axis.domain())
                .findFirst();
        List<Binding> chosen = new ArrayList<>();
        for (String name : names) {
            Optional<Binding> binding = bindings.stream()
                    .flatMap(all -> all.bindings().stream())
                    .filter(b -> b.name().equals(name))
                    .findFirst();
            binding.ifPresentOrElse(
                    chosen::add,
                    () -> problems.add(
                            "--binding",
                            "there is no binding \"" + name + "\"",
                            bindings.map(all -> Suggestions.didYouMean(
                                            name,
                                            all.bindings().stream()
                                                    .map(Binding::name)
                                                    .toList()))
                                    .orElse("The sweep has no bindings.")));
        }
        return chosen.size() < names.size()
                ? variation
                : variation.withSpace(variation.space().rewrite(Rewrite.axes(axis -> only(axis, chosen))));
    }

    private static Axis only(Axis axis, List<Binding> chosen) {
        return axis.domain() instanceof Bindings
                ? new Axis(axis.path(), axis.name(), new Bindings(chosen), axis.where())
                : axis;
    }

    private Optional<String> last(String option) {
        return values(option).stream().reduce((first, second) -> second);
    }

    private List<String> values(String option) {
        return words.stream()
                .filter(word -> word.startsWith(option))
                .map(word -> word.substring(option.length()).strip())
                .toList();
    }
}
