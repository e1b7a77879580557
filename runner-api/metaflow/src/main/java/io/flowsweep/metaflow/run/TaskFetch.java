package io.flowsweep.metaflow.run;

import io.flowsweep.metaflow.datastore.MetaflowTask;
import java.util.Optional;

/** Brings what tasks have left to where it is read. Confined to one thread at a time. */
interface TaskFetch extends AutoCloseable {

    /** Where nothing has to be brought: the datastore is on this machine. */
    TaskFetch NOTHING = new TaskFetch() {
        @Override
        public void fetch(MetaflowTask task, Runnable then) {
            then.run();
        }

        @Override
        public void then(Runnable what) {
            what.run();
        }

        @Override
        public void look() {}

        @Override
        public void finish() {}

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    };

    /**
     * Has {@code then} run when all that the task has left is there, or cannot be had: at once, or by {@link #look} or
     * {@link #finish}, in the order of asking.
     */
    void fetch(MetaflowTask task, Runnable then);

    /** Has it run when all is there that was asked for before. */
    void then(Runnable what);

    /** Runs what can be run by now. */
    void look();

    /** Waits until all that was asked for is there. */
    void finish();

    /** Why something could not be had, the first time. */
    Optional<String> trouble();

    /** Nothing more will be asked for. */
    @Override
    void close();
}
