/**
 * Starts Python processes as copies of one that has imported Metaflow: {@link io.flowsweep.metaflow.fork.ForkServers} knows which
 * runs can be copies of one process, {@code ForkServer} is that process, whose program is {@code forkserver.py}.
 */
package io.flowsweep.metaflow.fork;
