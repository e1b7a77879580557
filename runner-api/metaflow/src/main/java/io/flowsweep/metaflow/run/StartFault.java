package io.flowsweep.metaflow.run;

import io.flowsweep.events.Failure;
import io.flowsweep.source.PythonTraceback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why Metaflow has not started a task of a run: what it says of configs and options, of the flow itself, or of Python. Whatever it
 * says before the run has begun, it would say another time, so that is of no kind that is tried again.
 */
final class StartFault {

    /** The kind of what went wrong when Metaflow made an environment for {@code @pypi} or {@code @conda}. */
    private static final String ENVIRONMENT = "environment";

    private static final String BEGINNING = "Workflow starting";
    private static final String NO_BUCKET = "S3 object not found";

    private static final int MOST_LINES = 400;

    /** It could not be fetched; what follows is the talk of the tools that should have done it. */
    private static final Pattern NO_MICROMAMBA =
            Pattern.compile("(Micromamba ran into an error.*Micromamba installation '.*?' failed).*");

    private static final Pattern BANNER = Pattern.compile("Metaflow (\\d+(?:\\.\\d+)*)\\S* executing .*");
    private static final Pattern USAGE =
            Pattern.compile("Error: (?:Bad values passed for configuration options: )?(.*)");
    private static final Pattern NO_OPTION = Pattern.compile("no such option: (--[\\w-]+).*");
    private static final Pattern NO_NAME = Pattern.compile("cannot import name '(\\w+)' from 'metaflow'.*");

    /** Since which version of Metaflow there is what we or a flow may use. */
    private static final Map<String, String> SINCE = Map.of(
            "--config", "2.13",
            "--config-value", "2.13",
            "Config", "2.13",
            "FlowMutator", "2.16",
            "StepMutator", "2.16",
            "--max-num-splits", "2.0");

    private final List<String> lines = new ArrayList<>();
    private final Path code;
    private final Path original;
    private final String python;
    private boolean begun;

    /**
     * @param code the folder in which the flow's files are run
     * @param original the folder that they are from
     */
    StartFault(Path code, Path original, String python) {
        this.code = code;
        this.original = original;
        this.python = python;
    }

    /** There is no interpreter. */
    static Failure noPython(String python) {
        return Failure.of(
                Failure.CONFIGURATION,
                "there is no " + python + " on the run's PATH. Install Python, or give the run one:"
                        + " environment { python = \"3.11\" }.");
    }

    /** A line that was printed before the run had started. */
    void add(String line) {
        if (lines.size() == MOST_LINES) {
            lines.remove(0);
        }
        lines.add(line);
        begun = begun || line.contains(BEGINNING);
    }

    /**
     * What they come to.
     *
     * @param exit how the process has ended
     */
    Failure failure(Failure exit) {
        if (!exit.kind().equals(Failure.EXIT)) {
            return exit;
        }
        Optional<Failure> exception = exception();
        String said = usage().or(() -> exception.map(why -> why.kind() + ": " + why.message()))
                .or(this::block)
                .orElse(exit.message());
        Matcher unfetched = NO_MICROMAMBA.matcher(said);
        said = unfetched.matches() ? unfetched.group(1) : said;
        String cure =
                cure(said, exception.isPresent() && exception.get().where().isEmpty());
        String message = said.replace(code.toString(), original.toString()) + (cure.isEmpty() ? "" : ". " + cure);
        return new Failure(kind(said), message, exception.flatMap(Failure::where), exception.flatMap(Failure::stack));
    }

    /** What has to be fetched may be there another time, and a datastore may answer then. */
    private String kind(String said) {
        if (said.startsWith("Micromamba ran into an error")) {
            return ENVIRONMENT;
        }
        return begun && !said.startsWith(NO_BUCKET) ? Failure.EXIT : Failure.CONFIGURATION;
    }

    private Optional<Failure> exception() {
        PythonTraceback traceback = new PythonTraceback(file -> file.startsWith(code + "/"));
        lines.forEach(traceback::add);
        return traceback.failure();
    }

    /** What the command line's own checks say. */
    private Optional<String> usage() {
        return lines.stream()
                .map(USAGE::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .reduce((a, b) -> b);
    }

    /** What Metaflow says of a flow: the indented lines at the end. */
    private Optional<String> block() {
        List<String> block = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("    ") && !line.strip().equals("The graph looks good!")) {
                block.add(line.strip());
            }
        }
        return block.isEmpty()
                ? lines.stream().filter(line -> !line.isBlank()).reduce((a, b) -> b)
                : Optional.of(String.join(" ", block));
    }

    /** @param inMetaflow whether it is an exception that no line of the flow has raised */
    private String cure(String said, boolean inMetaflow) {
        if (said.contains("No module named 'metaflow'")) {
            return "Install Metaflow for " + python
                    + " (python -m pip install metaflow), or put a Python that has it first" + " on the run's PATH.";
        }
        Matcher option = NO_OPTION.matcher(said);
        Matcher name = NO_NAME.matcher(said.substring(said.indexOf(": ") + 1).strip());
        String missing = option.matches() ? option.group(1) : name.matches() ? name.group(1) : "";
        if (SINCE.containsKey(missing)) {
            return "This Metaflow" + version() + " is too old: " + missing + " needs " + SINCE.get(missing)
                    + " or newer.";
        }
        if (said.contains("requires --environment=")) {
            String environment = said.contains("@conda") ? "conda" : "pypi";
            return "Give the run the variable METAFLOW_DEFAULT_ENVIRONMENT: in a sweep file"
                    + " environment { METAFLOW_DEFAULT_ENVIRONMENT = " + environment + " }, in a program Runner.env.";
        }
        if (NO_MICROMAMBA.matcher(said).matches()) {
            return "Metaflow fetches micromamba from the network; where there is none, install it and have it on the run's PATH, or"
                    + " give the run METAFLOW_PATH_TO_MICROMAMBA.";
        }
        if (said.equals("AttributeError: 'list' object has no attribute 'items'")) {
            return "A config that is a list needs plain=True.";
        }
        if (inMetaflow && (said.startsWith("AttributeError: ") || said.startsWith("KeyError: "))) {
            return "A decorator or a default seems to name what a config does not have.";
        }
        if (said.startsWith("ModuleNotFoundError")) {
            return "Install it for " + python
                    + ", or have the run's environment { packages = [\"…\"] } do so. A file beside the flow that it does not import by"
                    + " name goes into the flow's sources.";
        }
        if (said.startsWith(NO_BUCKET)) {
            return "Is there such a bucket at METAFLOW_DATASTORE_SYSROOT_S3?";
        }
        if (said.contains("No such file or directory")) {
            return "A file beside the flow that it does not import by name goes into the flow's sources.";
        }
        return "";
    }

    private String version() {
        return lines.stream()
                .map(BANNER::matcher)
                .filter(Matcher::matches)
                .map(match -> " " + match.group(1))
                .findFirst()
                .orElse("");
    }
}
