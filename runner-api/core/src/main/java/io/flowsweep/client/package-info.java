/**
 * Reads what is on record: {@link io.flowsweep.client.Client} → {@link io.flowsweep.client.Flow} →
 * {@link io.flowsweep.client.Run} → {@link io.flowsweep.client.Step} → {@link io.flowsweep.client.Task} → artifacts, logs,
 * metrics, cards, tags. Every object is a snapshot taken when it was asked for, and thread-safe; a stream is its reader's alone.
 * What stands in the logs of a run is gathered by {@code RunRecord}.
 */
package io.flowsweep.client;
