package io.flowsweep.sweep.results;

import java.util.regex.Pattern;

/**
 * What messages of failures have in common that differ only in what changes from run to run: numbers, hexadecimal digits, paths of
 * temporary files. A number that tells one failure from another stays: an exit code, a status, a signal, an HTTP code, a line.
 */
final class MessageForm {

    private static final Pattern TEMPORARY =
            Pattern.compile("(?:/private)?/(?:tmp|var/tmp|var/folders|dev/shm)/[^\\s'\"`,;:()\\[\\]{}<>]*");

    /** An address or an identity hash, 0x7f3a and Object@1b6d3586; an id: digits and letters, at least eight. */
    private static final Pattern HEXADECIMAL = Pattern.compile("\\b0[xX][0-9a-fA-F]+\\b|(?<=@)[0-9a-f]{5,16}\\b"
            + "|\\b(?=[a-f-]*[0-9])[0-9a-fA-F]{8,}(?:-[0-9a-fA-F]{4,}){0,4}\\b");

    private static final Pattern NUMBER = Pattern.compile(
            "(?<!\\b(?:code|status|signal|exit|exited with|errno|error|HTTP|line)[ :=]{1,2}-?)(?<![\\w.:-])-?\\d+(?:[.,]\\d+)*(?:[eE][+-]?\\d+)?");

    private MessageForm() {}

    /** Equal for messages that are alike. */
    static String of(String message) {
        String plain = TEMPORARY.matcher(message).replaceAll("/tmp/…");
        plain = HEXADECIMAL.matcher(plain).replaceAll("…");
        return NUMBER.matcher(plain).replaceAll("…");
    }
}
