package io.flowsweep.runner;

import io.flowsweep.dependencies.CompiledFlow;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.planner.FlowPackage;
import io.flowsweep.planner.FlowPlanner;
import io.flowsweep.runtime.loading.FlowClassLoader;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A flow's class, loaded, and what its class files tell: ready for plans of runs in one store.
 *
 * @param exits where the flow's own classes end the JVM
 * @param release the newest version of Java for which one of them is compiled
 */
record LoadedFlow(FlowPlanner planner, List<Problem> exits, int release) {

    /** @param classFiles those of the flow's own classes */
    static LoadedFlow of(FlowPlanner planner, List<byte[]> classFiles) {
        int release = classFiles.stream().mapToInt(LoadedFlow::release).max().orElse(0);
        return new LoadedFlow(planner, ExitCheck.exits(classFiles), release);
    }

    /**
     * Loads a flow from the store. The loader stays open as long as the planner lives, which keeps the class.
     *
     * @param libraries all that the flow's fields and methods may name
     * @param file in the folder against which default files are resolved; empty for the working directory
     * @param own the class files of the flow's own classes
     * @throws InvalidInputException when there is no such class, or what it names is not there
     */
    @SuppressWarnings("resource")
    static LoadedFlow load(
            CompiledFlow flow,
            List<LockedJar> libraries,
            Store store,
            Optional<Path> file,
            Function<Class<?>, List<byte[]>> own) {
        List<String> classPath = List.of("blob:" + flow.jarBlob());
        Optional<DependencyPlan> shown = Optional.of(DependencyPlan.NONE.withLock(libraries));
        String where = file.map(Path::toString).orElse("");
        try {
            Class<?> type = FlowClassLoader.open(classPath, shown, store).loadClass(flow.mainClass());
            FlowPackage code = new FlowPackage(flow.digest(), classPath, file);
            return of(FlowPlanner.of(type, code), own.apply(type));
        } catch (ClassNotFoundException e) {
            throw new InvalidInputException(
                    "there is no class " + flow.mainClass(),
                    where,
                    "Write the flow's full name, with its package, and $ before a nested class.");
        } catch (NoClassDefFoundError e) {
            throw new InvalidInputException(
                    "the class " + flow.mainClass() + " cannot be loaded without "
                            + e.getMessage().replace('/', '.'),
                    where,
                    "Put it beside the flow's class, or give the flow as a source: its libraries are known before it is"
                            + " loaded.");
        }
    }

    /** The class files in a jar that is a blob of the store. */
    static List<byte[]> classFiles(Store store, String jar) {
        List<byte[]> files = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(store.getBlob(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".class")) {
                    files.add(zip.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** @throws InvalidInputException when an older Java is to carry it out */
    void checkRunsOn(int feature) {
        if (release > feature) {
            throw new InvalidInputException(
                    "the flow " + planner.flow() + " is compiled for Java " + release + ", but its hosts are Java "
                            + feature,
                    "",
                    "Compile it with --release " + feature + ", or give its source, which is compiled as it must be.");
        }
    }

    /** The major version of a class file counts from Java 1.0's 45, and its minor version comes before it. */
    private static int release(byte[] classFile) {
        return ((classFile[6] & 0xff) << 8 | classFile[7] & 0xff) - 44;
    }
}
