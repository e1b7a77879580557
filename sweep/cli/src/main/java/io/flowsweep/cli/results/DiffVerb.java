package io.flowsweep.cli.results;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.LocalTimes;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.cli.output.ValueDiff;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.VariantWord;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code flowsweep diff}: what two sweeps, or two variants, were given that differs. */
final class DiffVerb {

    /** One side. */
    private record Side(String name, String title, Map<String, Object> values) {}

    private final DiffCommand command;

    DiffVerb(DiffCommand command) {
        this.command = command;
    }

    int call() {
        List<String> words = command.words;
        if (words.size() == 1) {
            throw new InvalidInputException(
                    "a difference needs two sides, but got only " + words.get(0),
                    "",
                    "Name two sweeps, or a sweep and two of its variants: flowsweep diff SWEEP 0 1");
        }
        Side left;
        Side right;
        if (words.size() == 2) {
            left = sweep(words.get(0));
            right = sweep(words.get(1));
        } else {
            int second = words.size() == 3 ? 0 : 2;
            left = variant(words.get(0), words.get(1));
            right = variant(words.get(second), words.get(words.size() - 1));
        }
        ValueDiff diff = new ValueDiff(left.name(), left.values(), right.name(), right.values());
        PrintWriter out = command.spec.commandLine().getOut();
        if (command.json) {
            diff.printJson(out);
        } else {
            diff.print(out, left.title(), right.title());
        }
        return ExitCodes.SUCCESS;
    }

    private RecordedSweep recorded(String name) {
        return RecordedSweep.of(Optional.ofNullable(command.store), name);
    }

    private Side sweep(String name) {
        RecordedSweep recorded = recorded(name);
        String title =
                recorded.id() + ", " + Texts.path(recorded.file()) + " of " + LocalTimes.text(recorded.startedAt());
        return new Side(recorded.id(), title, recorded.origin().described());
    }

    private Side variant(String name, String variant) {
        RecordedSweep recorded = recorded(name);
        Sweep sweep = recorded.sweep();
        BigInteger index =
                BigInteger.valueOf(VariantWord.of(variant).oneIn(sweep).variant());
        String title = recorded.name() + " " + index;
        return new Side(title, title + "  " + sweep.variant(index).name(), sweep.values(index));
    }
}
