package io.flowsweep.dependencies;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;

/**
 * A class of the sources, as the parser sees it.
 *
 * @param binaryName with its package, and $ before a nested class
 * @param makeable whether it is neither abstract nor an inner class
 */
record SourceClass(ClassTree tree, CompilationUnitTree unit, String binaryName, boolean makeable) {

    String name() {
        return tree.getSimpleName().toString();
    }
}
