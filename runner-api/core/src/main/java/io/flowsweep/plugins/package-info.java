/** Finds what configuration names among the implementations that are on the class path. Nothing installs itself by being there. */
package io.flowsweep.plugins;
