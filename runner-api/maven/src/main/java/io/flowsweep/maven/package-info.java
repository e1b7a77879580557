/**
 * Libraries from Maven repositories, as Maven itself finds them: {@link io.flowsweep.maven.MavenResolver}. The only package
 * that knows Maven's resolver; core finds it by its SPI, and in the distribution it has a class loader of its own.
 */
package io.flowsweep.maven;
