/** Reads class files, without loading them: what they name, where they would end the process, whether they keep something. */
package io.flowsweep.classfile;
