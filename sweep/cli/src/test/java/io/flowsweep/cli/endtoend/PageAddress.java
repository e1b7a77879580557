package io.flowsweep.cli.endtoend;

import io.flowsweep.testing.Conditions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a process serves its page: it prints that. */
final class PageAddress {

    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/\\?token=\\w+");

    private PageAddress() {}

    static String of(CommandLineProcess process) {
        Conditions.await("the address of the page", () -> find(process).find());
        Matcher url = find(process);
        url.find();
        return url.group();
    }

    private static Matcher find(CommandLineProcess process) {
        try {
            return URL.matcher(process.outSoFar());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
