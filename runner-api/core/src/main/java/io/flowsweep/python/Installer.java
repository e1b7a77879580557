package io.flowsweep.python;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands that make a virtual environment and install into it. */
interface Installer {

    /** {@code uv} or {@code pip}. */
    String name();

    /** Makes an empty environment. */
    List<String> make(Path folder);

    /** Installs into it. */
    List<String> install(Path folder, Path requirements, Path constraints);

    /** @param uv its command */
    static Installer uv(Path uv, Path base) {
        return new Commands(
                "uv",
                List.of(uv.toString(), "venv", "--quiet", "--no-project", "--python", base.toString()),
                List.of(uv.toString(), "pip", "install", "--no-progress", "--python"),
                List.of());
    }

    /** The pip of the interpreter itself, which saves the seconds that it takes to install one into each environment. */
    static Installer pip(Path base) {
        return new Commands(
                "pip",
                List.of(base.toString(), "-m", "venv", "--without-pip"),
                List.of(base.toString(), "-m", "pip", "--python"),
                List.of("install", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"));
    }

    /** The pip that comes with an environment: for an interpreter that has none, or one that cannot install elsewhere. */
    static Installer ownPip(Path base) {
        return new OwnPip(base);
    }

    /** @param install up to the environment's interpreter */
    record Commands(String name, List<String> venv, List<String> install, List<String> options) implements Installer {

        @Override
        public List<String> make(Path folder) {
            List<String> command = new ArrayList<>(venv);
            command.add(folder.toString());
            return command;
        }

        @Override
        public List<String> install(Path folder, Path requirements, Path constraints) {
            List<String> command = new ArrayList<>(install);
            command.add(folder.resolve("bin/python").toString());
            command.addAll(options);
            command.addAll(List.of("-r", requirements.toString(), "-c", constraints.toString()));
            return command;
        }
    }

    /** @param base the interpreter */
    record OwnPip(Path base) implements Installer {

        @Override
        public String name() {
            return "pip";
        }

        @Override
        public List<String> make(Path folder) {
            return List.of(base.toString(), "-m", "venv", folder.toString());
        }

        @Override
        public List<String> install(Path folder, Path requirements, Path constraints) {
            return Installer.pip(folder.resolve("bin/python")).install(folder, requirements, constraints);
        }
    }
}
