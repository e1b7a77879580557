package io.flowsweep.metaflow;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.metaflow.source.Declared;
import io.flowsweep.metaflow.source.Declared.Kind;
import io.flowsweep.metaflow.source.FlowFile;
import io.flowsweep.plan.FileParameters;
import io.flowsweep.plan.ParameterPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the parameters of a flow get. Their types are Metaflow's affair; those that are the content of a file get it when the run
 * starts, also from their default.
 */
final class GivenToParameters {

    private final FlowFile flow;

    GivenToParameters(FlowFile flow) {
        this.flow = flow;
    }

    /** Each parameter that must be given a value and is not. */
    List<Problem> missing(Map<String, Object> given) {
        return flow.parameters().stream()
                .filter(parameter -> parameter.required() && !given.containsKey(parameter.name()))
                .map(parameter -> Problem.of(
                        "the parameter \"" + parameter.name() + "\" of " + flow.name() + " is given no value",
                        parameter.place(),
                        "Give it one, or a default where it is declared."))
                .toList();
    }

    /** Those that are given a value, in the order of their names, then the others. */
    List<ParameterPlan> read(Map<String, Object> given, List<Problem> problems) {
        List<ParameterPlan> parameters = new ArrayList<>();
        new TreeMap<>(given).forEach((name, value) -> {
            try {
                parameters.add(parameter(name, value));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        });
        for (Declared parameter : flow.parameters()) {
            if (given.containsKey(parameter.name())) {
                continue;
            }
            parameters.add(parameter
                    .defaultFile()
                    .map(file -> flow.file().resolveSibling(file))
                    .filter(Files::isRegularFile)
                    .map(file -> ofFile(parameter.name(), file))
                    .orElseGet(() -> new ParameterPlan(parameter.name(), "", Optional.empty(), "")));
        }
        return parameters;
    }

    private ParameterPlan parameter(String name, Object value) {
        Optional<Declared> declared = flow.parameter(name);
        Object plain = PlainValues.copy(value instanceof Path path ? path.toString() : value);
        boolean isFile = declared.filter(d -> d.kind() == Kind.FILE).isPresent();
        if (plain instanceof Map<?, ?> captured && captured.containsKey(FileParameters.BLOB)) {
            return new ParameterPlan(name, "Path", Optional.of(plain), "");
        }
        if (isFile && plain instanceof String text) {
            Path file = flow.file().resolveSibling(text).toAbsolutePath().normalize();
            if (!Files.isRegularFile(file)) {
                throw new InvalidInputException(
                        "the file of the parameter \"" + name + "\" does not exist: " + file,
                        declared.get().place(),
                        "Give the path of a file; a relative one starts in the flow's folder.");
            }
            return ofFile(name, file);
        }
        String type = declared.filter(Declared::isJson).isPresent() ? "JSON" : PlainValues.kind(plain);
        return new ParameterPlan(name, type, Optional.ofNullable(plain), "");
    }

    /** The type by which its content is kept when the run starts; see {@code plan.FileParameters}. */
    private static ParameterPlan ofFile(String name, Path file) {
        return new ParameterPlan(name, "Path", Optional.of(file.toString()), "");
    }
}
