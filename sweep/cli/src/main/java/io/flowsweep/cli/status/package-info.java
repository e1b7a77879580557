/**
 * How sweeps stand, once or again and again: {@code flowsweep status}, {@code watch}, {@code ui}, {@code logs}, {@code ls}.
 * {@link io.flowsweep.cli.status.StatusText} is what most of them show. Nothing here changes a sweep.
 */
package io.flowsweep.cli.status;
