/**
 * Reads what Metaflow has written to a local datastore, without Python: runs, steps, tasks and their attempts, artifacts, logs, cards
 * and tags. Start at {@link io.flowsweep.metaflow.datastore.MetaflowDatastore}. Nothing here writes.
 */
package io.flowsweep.metaflow.datastore;
