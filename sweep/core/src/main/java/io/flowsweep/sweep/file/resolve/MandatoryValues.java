package io.flowsweep.sweep.file.resolve;

import com.typesafe.config.ConfigRenderOptions;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.sweep.file.base.ConfigRoots;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of configs that somebody has to give: {@code data = "???"}. */
final class MandatoryValues {

    private static final String MARK = "???";

    private MandatoryValues() {}

    /** Empty when no config marks one, so that there is nothing to check for a variant. */
    static Optional<MandatoryValues> of(Collection<ConfigDocument> configs) {
        boolean marks = configs.stream()
                .anyMatch(config ->
                        config.root().render(ConfigRenderOptions.concise()).contains(MARK));
        return marks ? Optional.of(new MandatoryValues()) : Optional.empty();
    }

    /**
     * @param configs by their roots
     * @throws InvalidInputException with all that nobody has given
     */
    void check(Map<String, ResolvedConfig> configs) {
        List<Problem> missing = new ArrayList<>();
        configs.forEach((root, config) -> config.paths().stream()
                .filter(path -> MARK.equals(config.value(path).orElse(null)))
                .map(path -> Problem.of(
                        "\"" + ConfigRoots.written(root, path) + "\" has no value yet: it is \"" + MARK + "\"",
                        config.origin(path).orElse(""),
                        "Give it one in the file, as an axis, or as an override: " + ConfigRoots.written(root, path)
                                + "=…"))
                .forEach(missing::add));
        if (!missing.isEmpty()) {
            throw new InvalidInputException(missing);
        }
    }
}
