/**
 * Reads what Metaflow has written to a local datastore, without Python: tasks and their attempts, artifacts, logs and cards.
 * Start at {@link io.flowsweep.metaflow.datastore.MetaflowDatastore}. Nothing here writes.
 */
package io.flowsweep.metaflow.datastore;
