package io.flowsweep.metaflow.run;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunSettings;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.FileParameters;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.source.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command line of a run, in the order that Metaflow asks for: options of the flow, the command, options of the command. */
final class MetaflowArguments {

    /** A longer value goes into a file: an argument has at most 128 KiB on Linux, all of them some megabytes. */
    private static final int LONGEST = 32 << 10;

    private static final String TEST_BRANCH = "project_branch:test.";
    private static final Pattern PROJECT_TAG = Pattern.compile("project(_branch)?:.*");

    private final CommandRun run;
    private final RunRequested request;
    private final Map<String, Object> settings;

    MetaflowArguments(CommandRun run) {
        this.run = run;
        this.request = run.request();
        this.settings = run.command().settings();
    }

    /** Of a new run. */
    List<String> starting(Path script, Path runId) {
        List<String> words = interpreter(script);
        request.plan().configs().stream().filter(ConfigPlan::isGiven).forEach(config -> addConfig(words, config));
        words.add("run");
        addOptions(words, runId);
        request.plan().parameters().forEach(parameter -> addParameter(words, parameter));
        return words;
    }

    /**
     * Of one that resumes another, whose configs and parameters it has.
     *
     * @param origin Metaflow's id of that one
     */
    List<String> resuming(Path script, Path runId, String origin) {
        List<String> words = interpreter(script);
        words.add("resume");
        request.settings().origin().flatMap(RunSettings.Origin::fromStep).ifPresent(words::add);
        words.add("--origin-run-id"); // in one word with its value, Metaflow takes the configs of the latest run
        words.add(origin);
        addOptions(words, runId);
        return words;
    }

    /** {@code --no-pylint}: it would cost each variant seconds to be told the same. */
    private List<String> interpreter(Path script) {
        List<String> words = new ArrayList<>(run.command().argv());
        words.addAll(List.of("-u", script.toString(), "--no-pylint"));
        texts(PlanSettings.WITH).forEach(decorator -> words.add("--with=" + decorator));
        branch().ifPresent(branch -> words.add("--branch=" + branch));
        return words;
    }

    private List<String> texts(String setting) {
        Object value = settings.get(setting);
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** That of a project's run, which its tags tell. */
    private Optional<String> branch() {
        return request.plan().project().isEmpty()
                ? Optional.empty()
                : request.tags().stream()
                        .filter(tag -> tag.startsWith(TEST_BRANCH))
                        .map(tag -> tag.substring(TEST_BRANCH.length()))
                        .findFirst();
    }

    private void addConfig(List<String> words, ConfigPlan config) {
        String text = config.text().orElseGet(() -> Json.write(config.value()));
        if (text.length() <= LONGEST) {
            words.addAll(List.of("--config-value", config.name(), text));
        } else {
            words.addAll(List.of(
                    "--config",
                    config.name(),
                    write(config.name() + ".config", text).toString()));
        }
    }

    private void addOptions(List<String> words, Path runId) {
        words.add("--run-id-file=" + runId);
        words.add("--max-workers=" + request.settings().maxWorkers());
        words.add("--max-num-splits=" + request.settings().maxSplits());
        boolean project = request.plan().project().isPresent();
        request.tags().stream()
                .filter(tag -> !project || !PROJECT_TAG.matcher(tag).matches()) // Metaflow adds these itself
                .forEach(tag -> words.add("--tag=" + tag));
    }

    private void addParameter(List<String> words, ParameterPlan parameter) {
        parameter.value().ifPresent(value -> words.add("--" + parameter.name() + "=" + text(parameter, value)));
    }

    private String text(ParameterPlan parameter, Object value) {
        if (value instanceof Map<?, ?> file && file.containsKey(FileParameters.BLOB)) {
            return restored(parameter.name(), (String) file.get(FileParameters.BLOB))
                    .toString();
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        boolean words = value instanceof List<?> && !parameter.type().equals("JSON");
        return words
                ? ((List<?>) value).stream().map(PlainValues::text).collect(Collectors.joining(separator(parameter)))
                : PlainValues.text(value);
    }

    private String separator(ParameterPlan parameter) {
        return settings.get(PlanSettings.SEPARATORS) instanceof Map<?, ?> separators
                        && separators.get(parameter.name()) != null
                ? (String) separators.get(parameter.name())
                : ",";
    }

    private Path restored(String name, String blob) {
        try (InputStream content = run.store().getBlob(blob)) {
            Path file = run.scratch(name + ".file");
            Files.copy(content, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(run.scratch(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
