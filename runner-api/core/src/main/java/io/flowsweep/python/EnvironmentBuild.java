package io.flowsweep.python;

import io.flowsweep.codec.Secrets;
import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.events.PythonSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes one virtual environment in a folder of its own, which is not there yet. */
final class EnvironmentBuild {

    /** Would change which Python runs, or where pip installs. */
    private static final List<String> DISTURBING = List.of(
            "PYTHONHOME",
            "PYTHONPATH",
            "VIRTUAL_ENV",
            "PIP_TARGET",
            "PIP_PREFIX",
            "PIP_ROOT",
            "PIP_PYTHON",
            "PIP_REQUIRE_VIRTUALENV",
            "__PYVENV_LAUNCHER__");

    private static final String LISTING = "import re\n"
            + "from importlib.metadata import distributions\n"
            + "names = {re.sub('[-_.]+', '-', d.metadata['Name']).lower(): d.version for d in distributions()}\n"
            + "print('\\n'.join(f'{name}=={names[name]}' for name in sorted(names)))\n";

    private final PythonSettings settings;
    private final Interpreter base;
    private final Path folder;
    private final Map<String, String> environment;
    private final Consumer<DependencyEvent> listener;

    /** @param environment of this program; what pip and uv read of it counts */
    EnvironmentBuild(
            PythonSettings settings,
            Interpreter base,
            Path folder,
            Map<String, String> environment,
            Consumer<DependencyEvent> listener) {
        this.settings = settings;
        this.base = base;
        this.folder = folder;
        this.environment = undisturbed(environment);
        this.listener = listener;
    }

    /**
     * Makes it.
     *
     * @param log where all that was printed is kept when it fails
     * @return what says so; it is not put down yet
     * @throws UnableToBuildEnvironmentException when a tool fails
     */
    EnvironmentMark run(Path log) throws IOException {
        Installer installer = new InstallerChoice(environment).of(base.command());
        listener.accept(new DependencyEvent.Building(settings.toString(), installer.name()));
        tool(installer.make(folder), log);
        Path requirements = folder.resolve("requirements.txt");
        Path constraints = folder.resolve("constraints.txt");
        Files.write(requirements, lines(settings));
        Files.write(constraints, settings.constraints());
        tool(installer.install(folder, requirements, constraints), log);
        Files.write(requirements, lines(settings.kept())); // what stays has no passwords
        Files.write(constraints, settings.kept().constraints());
        Tool.Result listed = tool(List.of(folder.resolve("bin/python").toString(), "-I", "-c", LISTING), log);
        return new EnvironmentMark(
                Instant.now(),
                folder.getFileName().toString(),
                base.version(),
                base.command().toString(),
                lines(settings.kept()),
                listed.lines().stream().filter(line -> !line.isEmpty()).toList(),
                installer.name(),
                Trees.files(folder));
    }

    private static List<String> lines(PythonSettings settings) {
        List<String> lines = new ArrayList<>(settings.requirements());
        lines.addAll(settings.local().keySet());
        return lines;
    }

    private Tool.Result tool(List<String> command, Path log) throws IOException {
        Tool.Result result = Tool.run(
                command,
                environment,
                folder.getParent(),
                line -> InstallerWords.progress(line)
                        .ifPresent(text -> listener.accept(new DependencyEvent.Installing(text))));
        if (!result.succeeded()) {
            throw new UnableToBuildEnvironmentException(
                    settings.toString(), InstallerWords.complaint(result.lines()), kept(result, log));
        }
        return result;
    }

    /** Where it says all; nothing when there is no room for that either. */
    private static String kept(Tool.Result result, Path log) {
        try {
            Files.write(log, result.lines().stream().map(Secrets::maskedUrls).toList());
            return "All that was printed is in " + log + ".";
        } catch (IOException e) {
            return "";
        }
    }

    private static Map<String, String> undisturbed(Map<String, String> environment) {
        Map<String, String> copy = new HashMap<>(environment);
        DISTURBING.forEach(copy::remove);
        copy.put("PIP_USER", "0");
        copy.put("PYTHONUNBUFFERED", "1");
        return copy;
    }
}
