/**
 * The sweep file as a text: its parts and sections ({@link io.flowsweep.sweep.file.text.FileParts},
 * {@link io.flowsweep.sweep.file.text.Section}), where a key stands, which files it names, and the list of all that is wrong
 * with it. Knows nothing of what the keys mean.
 */
package io.flowsweep.sweep.file.text;
