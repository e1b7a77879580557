package io.flowsweep.codec;

import io.flowsweep.errors.FlowSweepException;

/** A value does not have the form or the type that was asked for. */
public final class CodecException extends FlowSweepException {

    private final String path;
    private final String detail;

    public CodecException(String message) {
        this("", message);
    }

    /**
     * @param path the dotted path of the value inside the whole, empty for the whole itself
     * @param detail what was expected and what was found
     */
    public CodecException(String path, String detail) {
        super(path.isEmpty() ? detail : path + ": " + detail);
        this.path = path;
        this.detail = detail;
    }

    public String path() {
        return path;
    }

    /** The same fault seen from one level up. */
    CodecException under(String segment) {
        return new CodecException(path.isEmpty() ? segment : segment + "." + path, detail);
    }
}
