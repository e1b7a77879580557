package io.flowsweep.python;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.os.SearchPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the Pythons of this machine: those on {@code PATH}, those that pyenv and uv have installed, and those in the usual folders.
 * Thread-safe.
 */
final class Interpreters {

    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+){0,2}");
    private static final Pattern NAME = Pattern.compile("(?:python|pypy)(?:\\d+(?:\\.\\d+)?)?t?");

    private static final List<String> FOLDERS = List.of("/usr/local/bin", "/usr/bin", "/opt/homebrew/bin");

    /** Its version, its path, and the path of the one below its virtual environment, if it has one. */
    private static final String QUESTION = "import sys\n"
            + "print('.'.join(map(str, sys.version_info[:3])))\n"
            + "print(sys.executable)\n"
            + "print(getattr(sys, '_base_executable', None) or sys.executable)\n";

    /** What a command has said of itself, by its path and time of change. */
    private static final Map<String, Optional<List<String>>> ASKED = new ConcurrentHashMap<>();

    private final Map<String, String> environment;
    private final SearchPath path;

    /** @param environment of this program */
    Interpreters(Map<String, String> environment) {
        this.environment = environment;
        this.path = SearchPath.of(environment.getOrDefault("PATH", ""));
    }

    /**
     * The interpreter of this version, name or path, as it is named: the one of a virtual environment stays that.
     *
     * @throws InvalidInputException when there is none, with those that are there
     */
    Interpreter find(Optional<String> wanted) {
        String name = wanted.orElse("python3");
        if (VERSION.matcher(name).matches()) {
            return candidates("python" + name)
                    .map(Interpreters::ask)
                    .flatMap(Optional::stream)
                    .filter(found -> found.is(name))
                    .findFirst()
                    .orElseThrow(() -> missing("there is no Python " + name + " on this machine"));
        }
        return (name.contains("/") ? named(name).stream() : path.findAll(name).stream())
                .map(Interpreters::ask)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> missing(name + " is no Python that runs here"));
    }

    /** The one that virtual environments are made of: where the interpreter belongs to one itself, that below it. */
    static Interpreter base(Interpreter interpreter) {
        return answer(interpreter.command())
                .map(told -> new Interpreter(Path.of(told.get(2)), told.get(0)))
                .orElse(interpreter);
    }

    /** All that there are, each version once in each folder, the newest first. */
    List<Interpreter> all() {
        Map<Path, Interpreter> found = new LinkedHashMap<>();
        candidates("python3")
                .map(Interpreters::ask)
                .flatMap(Optional::stream)
                .forEach(each -> found.putIfAbsent(real(each.command()), each));
        return found.values().stream()
                .sorted(Comparator.comparing(Interpreter::version, Interpreters::compare)
                        .reversed())
                .toList();
    }

    private InvalidInputException missing(String what) {
        List<Interpreter> there = all();
        return new InvalidInputException(
                what,
                "",
                there.isEmpty()
                        ? "There is none at all; install Python 3."
                        : "There are "
                                + there.stream().map(Interpreter::toString).collect(Collectors.joining(", "))
                                + "; name one of these, or install it.");
    }

    private Stream<Path> candidates(String name) {
        List<Stream<Path>> places = new ArrayList<>();
        places.add(path.findAll(name).stream());
        places.add(path.findAll("python3").stream());
        places.add(path.findAll("python").stream());
        for (Path folder : folders()) {
            places.add(children(folder)
                    .filter(file -> NAME.matcher(file.getFileName().toString()).matches()));
        }
        return places.stream().flatMap(each -> each).filter(Files::isExecutable);
    }

    private Set<Path> folders() {
        Set<Path> folders = new LinkedHashSet<>();
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        Path pyenv = given("PYENV_ROOT").orElse(home.resolve(".pyenv"));
        children(pyenv.resolve("versions")).forEach(version -> folders.add(version.resolve("bin")));
        Path data = given("XDG_DATA_HOME").orElse(home.resolve(".local/share"));
        Path uv = given("UV_PYTHON_INSTALL_DIR").orElse(data.resolve("uv/python"));
        children(uv).forEach(version -> folders.add(version.resolve("bin")));
        path.folders().stream().filter(folder -> !folder.endsWith("shims")).forEach(folders::add);
        FOLDERS.forEach(folder -> folders.add(Path.of(folder)));
        return folders;
    }

    private Optional<Path> given(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    private static Optional<Path> named(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::isExecutable);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Stream<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(Comparator.reverseOrder()).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    /** The command as what it says it is; a shim is asked for what it starts. */
    private static Optional<Interpreter> ask(Path command) {
        return answer(command).map(told -> {
            boolean script = !real(command).getFileName().toString().startsWith("python")
                    || command.getParent().endsWith("shims");
            return new Interpreter(script ? Path.of(told.get(1)) : command.toAbsolutePath(), told.get(0));
        });
    }

    private static Optional<List<String>> answer(Path command) {
        try {
            String key = command.toAbsolutePath() + " " + Files.getLastModifiedTime(command);
            return ASKED.computeIfAbsent(key, k -> question(command));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> question(Path command) {
        try {
            Tool.Result told = Tool.run(
                    List.of(command.toString(), "-I", "-c", QUESTION), System.getenv(), Path.of("/"), line -> {});
            return told.succeeded() && told.lines().size() == 3 ? Optional.of(told.lines()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** By numbers, not by letters: 3.9 is older than 3.11. */
    private static int compare(String a, String b) {
        String[] left = a.split("\\.");
        String[] right = b.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return left.length - right.length;
    }
}
