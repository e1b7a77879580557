package io.flowsweep.deployer.spi;

import io.flowsweep.deployer.TriggeredStatus;
import java.util.Optional;

/**
 * Where a triggered run stands.
 *
 * @param suspended whether no task of it begins for the time being
 * @param failure why it did not succeed, in one line
 */
public record RunStanding(TriggeredStatus status, boolean suspended, Optional<String> failure) {}
