package io.flowsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import io.flowsweep.errors.InvalidInputException;

/** Replaces substitutions by what they find; neither environment variables nor system properties are among that. */
final class Substitutions {

    private Substitutions() {}

    /**
     * All substitutions of a document.
     *
     * @param aliased whether they find the document's own keys below {@code config}, too
     * @param let further names; the document's own hide them, and none is part of the result
     */
    static ConfigObject of(ConfigObject document, boolean aliased, ConfigObject let) {
        Config own = document.toConfig();
        if (own.isResolved()) {
            return document;
        }
        ConfigObject names = without(let, document);
        Config scope = aliased ? own.withFallback(own.atKey("config")) : own;
        ConfigObject resolved = resolved(scope.withFallback(names), document, names);
        return without(resolved.withoutKey("config"), names);
    }

    /** One value with the given names and nothing else; see {@link ConfigDocument#resolveValue}. */
    static ConfigValue ofValue(String key, ConfigValue value, ConfigObject names) {
        ConfigObject others = names.withoutKey(key);
        Config scope = value.atKey(key).withFallback(others);
        return resolved(scope, ConfigFactory.empty().root(), others).get(key);
    }

    private static ConfigObject without(ConfigObject object, ConfigObject keys) {
        ConfigObject left = object;
        for (String key : keys.keySet()) {
            left = left.withoutKey(key);
        }
        return left;
    }

    /**
     * @param own the document's keys, which an error may suggest
     * @param names the same
     */
    private static ConfigObject resolved(Config scope, ConfigObject own, ConfigObject names) {
        try {
            ConfigObject resolved =
                    scope.resolve(ConfigResolveOptions.noSystem()).root();
            if (ConfigSize.isTooLarge(resolved)) {
                throw new InvalidInputException(
                        "its substitutions make more than " + ConfigSize.MOST_VALUES + " values",
                        place(scope),
                        "Repeat less.");
            }
            return resolved;
        } catch (ConfigException e) {
            throw new InvalidInputException(HoconProblems.unresolved(e, UnresolvedTree.paths(own, names)));
        } catch (StackOverflowError e) {
            throw new InvalidInputException(HoconProblems.tooDeep(place(scope)));
        }
    }

    private static String place(Config scope) {
        return SourcePlaces.of(scope.root().origin());
    }
}
