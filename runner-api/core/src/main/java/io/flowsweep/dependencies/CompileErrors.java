package io.flowsweep.dependencies;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** The compiler's errors as problems: message, source line and caret. */
final class CompileErrors {

    private CompileErrors() {}

    /** @throws InvalidInputException when there is an error among the diagnostics, with all of them */
    static void check(Sources sources, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        List<Problem> problems = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> each : diagnostics) {
            if (each.getKind() == Diagnostic.Kind.ERROR) {
                problems.add(problem(sources.file(each.getSource()), each));
            }
        }
        InvalidInputException.throwIfAny(problems);
    }

    private static Problem problem(SourceFile source, Diagnostic<?> error) {
        String text = source.text();
        String message = error.getMessage(Locale.ENGLISH);
        if (error.getSource() == null || error.getPosition() == Diagnostic.NOPOS) {
            return Problem.at(source.shown(), message);
        }
        int position = (int) Math.min(error.getPosition(), text.length());
        return Problem.at(source.shown() + ":" + error.getLineNumber(), message + "\n" + excerpt(text, position));
    }

    /** The line around a position, and below it a caret; tabs stay tabs, so the caret stands right at any tab width. */
    private static String excerpt(String text, int position) {
        int start = position;
        while (start > 0 && !lineEnd(text.charAt(start - 1))) {
            start--;
        }
        int end = position;
        while (end < text.length() && !lineEnd(text.charAt(end))) {
            end++;
        }
        StringBuilder excerpt = new StringBuilder(text.substring(start, end)).append('\n');
        for (int i = start; i < position; i++) {
            excerpt.append(text.charAt(i) == '\t' ? '\t' : ' ');
        }
        return excerpt.append('^').toString();
    }

    private static boolean lineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
