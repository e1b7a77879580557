package io.flowsweep.executor;

import io.flowsweep.events.JvmSettings;
import io.flowsweep.events.RunEvent.RunRequested;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What to start. Everything a host needs is in here or in the store, so that it may be started on another machine that
 * shares the store's folder, also as one of an array of jobs: a job's number in the array finds its spec, and with it the run
 * and the host's number in it. The only local paths are those that a user has asked for.
 *
 * @param key the same for the same work, so that a repeated launch can be told from a new one
 * @param store where the run is kept
 * @param run the name of the run's folder in the store
 * @param request what stands first in the run's log, for a host that shares this JVM; any other reads it there
 * @param host the host's number in the run, from 1
 * @param resources what the host is given, and is held to where the executor can
 * @param timeout from the host's start; empty for none
 * @param environment variables on top of the driver's
 * @param workingDirectory where the host starts; empty: where the driver is
 * @param jvm its Java; empty for that of the driver
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
        Optional<Path> workingDirectory,
        Optional<JvmSettings> jvm) {}
