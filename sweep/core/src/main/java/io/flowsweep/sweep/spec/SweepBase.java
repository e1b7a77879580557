package io.flowsweep.sweep.spec;

import io.flowsweep.config.ConfigDocument;
import java.util.List;
import java.util.Map;

/**
 * What all variants of a sweep are given, as far as no axis says otherwise. Texts of all but the configs may hold {@code ${…}}.
 *
 * @param configs unresolved, by their roots: {@code config}, or {@code configs.NAME} for each of several
 * @param params the parameters that the file gives, by name
 * @param blocks what each variant resolves for itself, {@code run} included
 * @param bind what runs are given last, by paths with their roots; no part of an identity
 * @param names what {@code ${…}} finds besides {@code config} and {@code params}: {@code let}, {@code machine}, {@code sweep}
 */
public record SweepBase(
        Map<String, ConfigDocument> configs,
        Map<String, Object> params,
        VariantBlocks blocks,
        List<Setting> bind,
        Map<String, Object> names) {}
