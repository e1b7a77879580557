/**
 * What a sweep file says, as values: {@link io.flowsweep.sweep.spec.SweepSpec} is the whole of it, checked and immutable, and
 * the other records are its parts. Nothing here reads a file or knows how one is written.
 */
package io.flowsweep.sweep.spec;
