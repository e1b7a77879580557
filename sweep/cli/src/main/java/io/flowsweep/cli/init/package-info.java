/**
 * {@code flowsweep init}: the beginning of a sweep, from nothing ({@code InitFolder}), from a script ({@code InitScript}) or
 * from a sweep of W&amp;B ({@code InitWandb}). Uses {@code plan} to count the variants of what it has written.
 */
package io.flowsweep.cli.init;
