package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigRenderOptions;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.util.List;
import java.util.Optional;

/** Values of a config that somebody has to give: {@code data = "???"}. */
final class MandatoryValues {

    private static final String MARK = "???";

    private MandatoryValues() {}

    /** Empty when the config marks none, so that there is nothing to check for a variant. */
    static Optional<MandatoryValues> of(ConfigDocument config) {
        boolean marks = config.root().render(ConfigRenderOptions.concise()).contains(MARK);
        return marks ? Optional.of(new MandatoryValues()) : Optional.empty();
    }

    /** @throws InvalidInputException with all that nobody has given */
    void check(ResolvedConfig config) {
        List<Problem> missing = config.paths().stream()
                .filter(path -> MARK.equals(config.value(path).orElse(null)))
                .map(path -> Problem.of(
                        "\"" + path + "\" has no value yet: it is \"" + MARK + "\"",
                        config.origin(path).orElse(""),
                        "Give it one in the file, as an axis, or as an override: " + path + "=…"))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInputException(missing);
        }
    }
}
