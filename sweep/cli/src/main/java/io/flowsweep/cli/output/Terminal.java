package io.flowsweep.cli.output;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What is known of the place that is written to, found once.
 *
 * @param interactive whether a person sees it, and a line may be redrawn
 * @param width in characters
 */
public record Terminal(boolean interactive, int width) {

    /** When nothing says how wide it is. */
    static final int DEFAULT_WIDTH = 100;

    /** The terminal of this process; {@code COLUMNS} says its width, else the terminal itself does. */
    public static Terminal detect() {
        boolean interactive = interactive(System.console());
        return new Terminal(interactive, width(System.getenv(), interactive));
    }

    /** From Java 22 on there is a console without a terminal too, and it can be asked. */
    private static boolean interactive(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    static int width(Map<String, String> environment, boolean interactive) {
        try {
            int columns =
                    Integer.parseInt(environment.getOrDefault("COLUMNS", "0").trim());
            if (columns > 0) {
                return columns;
            }
        } catch (NumberFormatException e) {
            // Then the terminal is asked.
        }
        return interactive ? askTerminal() : DEFAULT_WIDTH;
    }

    private static int askTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return DEFAULT_WIDTH;
            }
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .trim()
                    .split(" ");
            int columns = size.length == 2 ? Integer.parseInt(size[1]) : 0;
            return columns > 0 ? columns : DEFAULT_WIDTH;
        } catch (IOException | NumberFormatException e) {
            return DEFAULT_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DEFAULT_WIDTH;
        }
    }
}
