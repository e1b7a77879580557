/**
 * What is on record of a sweep and what to do with it: where it comes from ({@code flowsweep provenance},
 * {@code reproduce}), what of it counts still ({@code explain}, {@code accept}), taking it elsewhere or away ({@code export},
 * {@code import}, {@code rm}).
 */
package io.flowsweep.cli.record;
