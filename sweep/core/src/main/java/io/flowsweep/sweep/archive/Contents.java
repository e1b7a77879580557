package io.flowsweep.sweep.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What an archive takes from a store. Confined to one thread. */
interface Contents {

    /** A log or a mark of the store; empty when there is none. */
    Optional<InputStream> log(String name) throws IOException;

    /** A blob that a log, or another blob, refers to by its address; empty when that is no address of a blob. */
    Optional<InputStream> blob(String address) throws IOException;
}
