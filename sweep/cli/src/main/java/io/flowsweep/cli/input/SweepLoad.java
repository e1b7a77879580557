package io.flowsweep.cli.input;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.Sweep;
import java.util.Optional;
import java.util.stream.Stream;

/** Loads the sweep that a command names. Not a method of the command, whose signatures its help has to load. */
public final class SweepLoad {

    private SweepLoad() {}

    /** @throws io.flowsweep.errors.InvalidInputException with all that is wrong with file or overrides */
    public static Sweep of(SweepInput input) {
        refuseNumbers(input);
        Sweep sweep = Sweep.load(input.file);
        return input.changes().length == 0 ? sweep : sweep.override(input.changes());
    }

    /** Whoever gives a number alone means a variant, which verbs take as an option. */
    private static void refuseNumbers(SweepInput input) {
        Optional<String> number =
                input.overrides.stream().filter(word -> word.matches("\\d+")).findFirst();
        Optional<String> option = Stream.of("--index", "--only")
                .filter(name -> input.spec.findOption(name) != null)
                .findFirst();
        if (number.isPresent() && option.isPresent()) {
            throw new InvalidInputException(
                    "\"" + number.get() + "\" is no override",
                    "",
                    "If a variant is meant: " + option.get() + " " + number.get() + ".");
        }
    }
}
