package io.flowsweep.python;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.os.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Chooses what installs: {@code FLOWSWEEP_PYTHON_INSTALLER} if that is set, else uv if it is there, which is faster; but pip where
 * its configuration says from where packages come, which uv does not read, and uv's own does not.
 */
final class InstallerChoice {

    private static final String VARIABLE = "FLOWSWEEP_PYTHON_INSTALLER";

    private static final List<String> PIP_SOURCES =
            List.of("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_NO_INDEX", "PIP_CONFIG_FILE");
    private static final List<String> UV_SOURCES = List.of(
            "UV_INDEX", "UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS", "UV_NO_INDEX");

    private static final Pattern SOURCE =
            Pattern.compile("(?m)^\\s*(index-url|extra-index-url|find-links|no-index)\\s*[=:]");

    /** From here on pip can install into another environment than its own. */
    private static final Pattern PIP_VERSION = Pattern.compile("pip (\\d+)\\.(\\d+).*");

    private final Map<String, String> environment;

    InstallerChoice(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @param base the interpreter that the environment is made of */
    Installer of(Path base) throws IOException {
        String named = environment.getOrDefault(VARIABLE, "");
        Optional<Path> uv = uv();
        switch (named) {
            case "pip":
                return pip(base);
            case "uv":
                return Installer.uv(
                        uv.orElseThrow(() -> new InvalidInputException(
                                "there is no uv on PATH", VARIABLE, "Install it, or choose pip.")),
                        base);
            case "":
                return uv.isPresent() && !onlyPipIsTold() ? Installer.uv(uv.get(), base) : pip(base);
            default:
                throw new InvalidInputException(
                        "there is no installer \"" + named + "\"", VARIABLE, "It is pip or uv.");
        }
    }

    private Optional<Path> uv() {
        return SearchPath.of(environment.getOrDefault("PATH", "")).find("uv");
    }

    private boolean onlyPipIsTold() {
        return !isSet(UV_SOURCES) && (isSet(PIP_SOURCES) || files().anyMatch(InstallerChoice::saysFromWhere));
    }

    private boolean isSet(List<String> variables) {
        return variables.stream()
                .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }

    private Stream<Path> files() {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return Stream.of(
                Path.of("/etc/pip.conf"),
                (config.isBlank() ? home.resolve(".config") : Path.of(config)).resolve("pip/pip.conf"),
                home.resolve(".pip/pip.conf"),
                home.resolve("Library/Application Support/pip/pip.conf"));
    }

    private static boolean saysFromWhere(Path file) {
        try {
            return Files.isRegularFile(file)
                    && SOURCE.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            return false;
        }
    }

    private Installer pip(Path base) throws IOException {
        Tool.Result told =
                Tool.run(List.of(base.toString(), "-m", "pip", "--version"), environment, Path.of("/"), line -> {});
        return told.lines().stream()
                        .map(PIP_VERSION::matcher)
                        .filter(Matcher::matches)
                        .anyMatch(pip -> Integer.parseInt(pip.group(1)) * 100 + Integer.parseInt(pip.group(2)) >= 2203)
                ? Installer.pip(base)
                : Installer.ownPip(base);
    }
}
