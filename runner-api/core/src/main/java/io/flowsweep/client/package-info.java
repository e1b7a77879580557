/**
 * Reads what is on record: {@link io.flowsweep.client.Client} → {@link io.flowsweep.client.Flow} →
 * {@link io.flowsweep.client.Run} → {@link io.flowsweep.client.Step} → {@link io.flowsweep.client.Task} → artifacts, logs,
 * metrics, cards, tags. Every object is a snapshot taken when it was asked for.
 */
package io.flowsweep.client;
