/**
 * The page on which a sweep is watched, explored and steered in a browser; start with {@link
 * io.flowsweep.sweep.live.LivePage}. {@code LiveSweep} follows the journals of the sweep, {@code AccessFilter} decides who may ask, and one
 * small handler answers each kind of question. Filtering, grouping, charts and statistics happen here, so that the page shows
 * the numbers that all other renderers show; its scripts, beside these classes, only draw.
 */
package io.flowsweep.sweep.live;
