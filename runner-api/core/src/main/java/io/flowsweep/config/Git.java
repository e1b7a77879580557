package io.flowsweep.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command {@code git} of this machine. */
public final class Git {

    private Git() {}

    /**
     * What git prints.
     *
     * @param folder in which it is run
     * @return empty when it fails, as outside of a checkout, or there is no git
     */
    public static Optional<String> output(Path folder, String... arguments) {
        return beginning(Integer.MAX_VALUE - 8, folder, arguments);
    }

    /** The same, cut beyond so many bytes, which its last line says. */
    public static Optional<String> beginning(int mostBytes, Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            try (InputStream out = git.getInputStream()) {
                String text = new String(out.readNBytes(mostBytes), StandardCharsets.UTF_8);
                boolean isCut = out.read() >= 0;
                if (isCut) {
                    git.destroy();
                    return Optional.of(text + "\n… cut here\n");
                }
                return git.waitFor() == 0 ? Optional.of(text) : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
