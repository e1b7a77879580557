package io.flowsweep.planner.config;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.GitInformation;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.ConfigParser;
import io.flowsweep.flow.ConfigParser.Input;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and calls the parsers that configs name. */
final class ConfigParsers {

    private ConfigParsers() {}

    /**
     * The values; empty when the parser has none.
     *
     * @param where what is parsed, for errors
     */
    static Optional<Map<String, Object>> parse(String name, Class<?> flow, Input input, String where) {
        ConfigParser parser = name.equals("git") ? new GitInformation() : named(name, flow);
        try {
            return Optional.ofNullable(parser.parse(input)).map(PlainValues::canonicalMap);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("the parser " + name + " refuses this: " + e.getMessage(), where, "");
        } catch (FlowSweepException e) {
            throw e;
        } catch (Exception e) {
            throw new InvalidInputException("the parser " + name + " failed: " + e, where, "");
        }
    }

    private static ConfigParser named(String name, Class<?> flow) {
        Class<?> type = Stream.of(name, flow.getPackageName() + "." + name, flow.getName() + "$" + name)
                .flatMap(candidate -> load(candidate, flow.getClassLoader()))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException(
                                "there is no parser \"" + name + "\"",
                                flow.getSimpleName() + " @FlowConfig",
                                "Name a class that implements ConfigParser, or one of git, hocon, json, yaml, toml, properties."));
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            if (constructor.newInstance() instanceof ConfigParser parser) {
                return parser;
            }
            throw unusable(type, "does not implement ConfigParser");
        } catch (InvocationTargetException e) {
            throw unusable(type, "cannot be made: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw unusable(type, "needs a constructor without arguments, and must be static when it is nested");
        }
    }

    private static Stream<Class<?>> load(String name, ClassLoader loader) {
        try {
            return Stream.of(Class.forName(name, true, loader));
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return Stream.of();
        }
    }

    private static InvalidInputException unusable(Class<?> type, String why) {
        return new InvalidInputException("the parser " + type.getSimpleName() + " " + why, type.getName(), "");
    }
}
