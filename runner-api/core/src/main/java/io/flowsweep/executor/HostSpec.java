package io.flowsweep.executor;

import io.flowsweep.events.RunEvent.RunRequested;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What to start. Nothing in it is a path that another machine would lack: everything else is in the store.
 *
 * @param key the same for the same work, so that a repeated launch can be told from a new one
 * @param store where the run is kept
 * @param run the name of the run's folder in the store
 * @param request what stands first in the run's log, for a host that shares this JVM; any other reads it there
 * @param host the host's number in the run, from 1
 * @param resources what the host is given, and is held to where the executor can
 * @param timeout from the host's start; empty for none
 * @param environment variables on top of the driver's
 * @param workingDirectory where the host starts; empty: where the driver is. The one local path that a user may ask for.
 */
public record HostSpec(
        String key,
        URI store,
        String run,
        RunRequested request,
        int host,
        HostResources resources,
        Optional<Duration> timeout,
        Map<String, String> environment,
        Optional<Path> workingDirectory) {}
