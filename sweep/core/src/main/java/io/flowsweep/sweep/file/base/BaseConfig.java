package io.flowsweep.sweep.file.base;

import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.sweep.file.text.ProblemList;
import java.util.Optional;

/**
 * A base config.
 *
 * @param document unresolved; empty when it could not be read
 * @param resolved empty when it could not be resolved, and then nothing is checked against it
 */
public record BaseConfig(Optional<ConfigDocument> document, Optional<ResolvedConfig> resolved) {

    /** What goes wrong in resolving it is not told. */
    public static BaseConfig of(Optional<ConfigDocument> document, ConfigDocument names) {
        return new BaseConfig(document, document.flatMap(read -> new ProblemList().attempt(() -> read.resolve(names))));
    }
}
