package io.flowsweep.metaflow.source;

import io.flowsweep.metaflow.source.PythonToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a Python program into logical lines and these into tokens, after the lexical analysis of the language's reference. Any text
 * can be cut: what is no Python becomes lines that say nothing.
 */
final class PythonLines {

    private static final int TAB = 8;

    private final String text;
    private final List<LogicalLine> lines = new ArrayList<>();
    private List<PythonToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int depth;

    private PythonLines(String text) {
        this.text = text;
    }

    static List<LogicalLine> of(String text) {
        return new PythonLines(text.replace("\r\n", "\n").replace('\r', '\n')).read();
    }

    private List<LogicalLine> read() {
        while (at < text.length()) {
            int indent = indent();
            depth = 0;
            readLine();
            if (!tokens.isEmpty()) {
                lines.add(new LogicalLine(tokens.get(0).line(), indent, List.copyOf(tokens)));
                tokens = new ArrayList<>();
            }
        }
        return lines;
    }

    private int indent() {
        int columns = 0;
        for (; at < text.length() && " \t\f\ufeff".indexOf(text.charAt(at)) >= 0; at++) {
            char c = text.charAt(at);
            columns = c == '\t' ? (columns / TAB + 1) * TAB : c == ' ' ? columns + 1 : columns;
        }
        return columns;
    }

    /** Up to the end of a line that is in no bracket. */
    private void readLine() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                at++;
                line++;
                if (depth == 0) {
                    return;
                }
            } else if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '\\' && text.startsWith("\n", at + 1)) {
                at += 2;
                line++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (Character.isJavaIdentifierPart(c)) {
                readWord();
            } else if (c == '"' || c == '\'') {
                readString(false);
            } else {
                depth = Math.max(0, depth + ("([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0));
                tokens.add(new PythonToken(Kind.SIGN, String.valueOf(c), line));
                at++;
            }
        }
    }

    private void readWord() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        boolean prefix = word.length() <= 2 && word.matches("[rRbBfFuU]+");
        if (prefix && at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            readString(word.matches(".*[rR].*"));
        } else {
            tokens.add(new PythonToken(Kind.WORD, word, line));
        }
    }

    /** A string that has no end goes to the end of its line, or of the text when it may hold lines. */
    private void readString(boolean raw) {
        int first = line;
        String quote = text.substring(at, at + 1);
        quote = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
        at += quote.length();
        StringBuilder content = new StringBuilder();
        while (at < text.length() && !text.startsWith(quote, at)) {
            char c = text.charAt(at);
            if (c == '\n' && quote.length() == 1) {
                break;
            }
            if (c == '\\' && at + 1 < text.length()) {
                content.append(raw ? "\\" : "").append(text.charAt(at + 1));
                line += text.charAt(at + 1) == '\n' ? 1 : 0;
                at += 2;
            } else {
                content.append(c);
                line += c == '\n' ? 1 : 0;
                at++;
            }
        }
        at = text.startsWith(quote, at) ? at + quote.length() : at;
        tokens.add(new PythonToken(Kind.STRING, content.toString(), first));
    }
}
