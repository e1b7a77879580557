/**
 * Values as JSON. {@link io.flowsweep.codec.Json} turns text into plain values (maps, lists, strings, numbers, booleans,
 * null) and back; {@link io.flowsweep.codec.ValueCodec} turns plain values into the Java types a flow may hold and back.
 * Built on the JDK alone, since hosts start with it. Configs, artifacts and events all pass through here.
 */
package io.flowsweep.codec;
