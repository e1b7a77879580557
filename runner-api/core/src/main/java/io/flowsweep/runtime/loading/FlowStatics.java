package io.flowsweep.runtime.loading;

import io.flowsweep.classfile.ClassFileScan;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Tells from class files whether one run could leave something in a flow's classes for the next. */
final class FlowStatics {

    private FlowStatics() {}

    /**
     * Whether a class on this path has a static field that is not a constant, or does something when it is initialized. Enums do.
     *
     * @param classPath jars; see {@link io.flowsweep.plan.FlowPlan#classPath()}
     */
    static boolean mayKeep(List<String> classPath, Store store) {
        for (String entry : classPath) {
            if (mayKeep(FlowClassLoader.url(entry, store))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayKeep(URL jar) {
        try (InputStream in = jar.openStream();
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(".class") && ClassFileScan.hasStatics(entries.readAllBytes())) {
                    return true;
                }
            }
            return false;
        } catch (IOException | IllegalArgumentException e) {
            return true; // whoever loads it says what is wrong with it
        }
    }
}
