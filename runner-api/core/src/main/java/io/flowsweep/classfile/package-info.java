/**
 * Reads class files, without loading them: what they name, where they would end the process, whether they keep something; and
 * tells where those that are loaded stand.
 */
package io.flowsweep.classfile;
