/**
 * YAML, TOML and properties as plain values with the line of every key: start at {@link io.flowsweep.config.format.Structured}.
 * HOCON and JSON are read by the package above. Loaded by drivers only, and only for files of these formats.
 */
package io.flowsweep.config.format;
