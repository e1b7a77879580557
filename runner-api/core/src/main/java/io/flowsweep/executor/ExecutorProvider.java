package io.flowsweep.executor;

/** Makes an executor; registered under {@code META-INF/services} and used only when its name is asked for. */
public interface ExecutorProvider {

    /** The name, in lower case. */
    String name();

    Executor create();
}
