package io.flowsweep.plan;

/**
 * A field that is kept.
 *
 * @param type as a person would write it
 * @param codec {@code json}, {@code bytes} or {@code array}
 */
public record ArtifactPlan(String name, String type, String codec) {}
