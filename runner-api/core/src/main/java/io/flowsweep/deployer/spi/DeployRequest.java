package io.flowsweep.deployer.spi;

import io.flowsweep.runner.RunTemplate;

/**
 * What to deploy.
 *
 * @param name letters, digits, dots, dashes and underscores, at most 120
 * @param run what its runs are started with; all that it refers to is in the store
 * @param by who asks, and owns the version that is made
 */
public record DeployRequest(String name, RunTemplate run, Requester by) {}
