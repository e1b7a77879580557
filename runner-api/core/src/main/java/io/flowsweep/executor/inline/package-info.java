/** The executor {@code inline}: hosts are threads of this JVM, for flows that are short and well behaved. */
package io.flowsweep.executor.inline;
