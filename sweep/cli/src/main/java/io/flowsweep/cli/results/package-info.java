/**
 * What sweeps have brought: {@code flowsweep results}, {@code compare}, {@code diff}, {@code chart}, {@code report}.
 * {@link io.flowsweep.cli.results.TableOutput} prints every table of results, as {@code TableOptions} ask for it.
 */
package io.flowsweep.cli.results;
