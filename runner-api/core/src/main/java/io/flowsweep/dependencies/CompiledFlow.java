package io.flowsweep.dependencies;

/**
 * A flow's source, compiled.
 *
 * @param mainClass the binary name of the flow's class
 * @param jarBlob the address in the store of a jar with all classes of the source
 * @param digest the SHA-256 of the source's bytes, 64 lower-case hexadecimal digits; the same on every machine
 */
public record CompiledFlow(String mainClass, String jarBlob, String digest) {}
