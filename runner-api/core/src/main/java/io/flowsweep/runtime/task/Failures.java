package io.flowsweep.runtime.task;

import io.flowsweep.events.Failure;
import io.flowsweep.runtime.loading.FlowClassLoader;
import io.flowsweep.store.UnwritableStoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/** Turns what a flow threw into what is kept of it. */
public final class Failures {

    private Failures() {}

    /** What a flow of this class threw, with its place in the flow's own code. */
    static Failure of(Throwable thrown, Class<?> flow) {
        Failure failure = of(thrown);
        return new Failure(failure.kind(), failure.message(), place(thrown, flow), failure.stack());
    }

    /** What was thrown by no code of the flow. */
    public static Failure of(Throwable thrown) {
        String message = thrown.getMessage() == null ? "(no message)" : thrown.getMessage();
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        return new Failure(kind(thrown), message, Optional.empty(), Optional.of(stack.toString()));
    }

    private static String kind(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            return Failure.OUT_OF_MEMORY;
        }
        return thrown instanceof UnwritableStoreException
                ? Failure.STORE
                : thrown.getClass().getSimpleName();
    }

    /** The innermost frame that is the flow's own. */
    private static Optional<String> place(Throwable thrown, Class<?> flow) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (FlowClassLoader.NAME.equals(frame.getClassLoaderName()) && isOwn(frame.getClassName(), flow)) {
                String type = frame.getClassName();
                return Optional.of(type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1) + "."
                        + frame.getMethodName() + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")");
            }
        }
        return Optional.empty();
    }

    /** Whether a class comes from the folder or jar that the flow's class is in; libraries come from others. */
    private static boolean isOwn(String name, Class<?> flow) {
        try {
            return origin(Class.forName(name, false, flow.getClassLoader())).equals(origin(flow));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static String origin(Class<?> type) {
        return String.valueOf(type.getProtectionDomain().getCodeSource().getLocation());
    }
}
