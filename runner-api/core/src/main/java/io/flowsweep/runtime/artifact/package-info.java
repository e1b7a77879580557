/**
 * Values of artifacts as they are kept: plain JSON in the log of the run, or a blob when they are large.
 * {@link io.flowsweep.runtime.artifact.ArtifactCodec} writes them in hosts and reads them for whoever looks at a run.
 */
package io.flowsweep.runtime.artifact;
