package io.flowsweep.cli.drive;

import io.flowsweep.codec.ShellWord;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.RecordedSweep;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a command tells of having told drivers something. */
final class Told {

    private Told() {}

    /** For programs; may be added to. */
    static Map<String, Object> facts(RecordedSweep sweep, String action) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sweep", sweep.id());
        facts.put("told", action);
        return facts;
    }

    /** @throws InvalidInputException when there was nobody to tell */
    static void check(RecordedSweep sweep, int drivers) {
        if (drivers == 0) {
            throw new InvalidInputException(
                    "nobody drives the sweep " + sweep.name() + " now"
                            + sweep.summary()
                                    .outcome()
                                    .map(end -> ": it is " + sweep.summary().stateText())
                                    .orElse(""),
                    "",
                    sweep.summary().left() > 0
                            ? "flowsweep resume " + ShellWord.of(sweep.name()) + " goes on with what is left."
                            : "");
        }
    }
}
