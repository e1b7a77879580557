package io.flowsweep.executor;

class ProcessExecutorTest extends IsolatingExecutorContract {

    @Override
    protected String executorName() {
        return "process";
    }
}
