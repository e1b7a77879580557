package io.flowsweep.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.flowsweep.executor.HostResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls between modules and packages that docs/architecture.md draws. */
class WallsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("io.flowsweep");

    private static final String[] MANY = {"io.flowsweep.sweep..", "io.flowsweep.cli.."};

    private static final String[] ONE_FLOW = {
        "io.flowsweep.errors..",
        "io.flowsweep.codec..",
        "io.flowsweep.flow..",
        "io.flowsweep.config..",
        "io.flowsweep.plan..",
        "io.flowsweep.planner..",
        "io.flowsweep.store..",
        "io.flowsweep.events..",
        "io.flowsweep.runtime..",
        "io.flowsweep.executor..",
        "io.flowsweep.dependencies..",
        "io.flowsweep.classfile..",
        "io.flowsweep.python..",
        "io.flowsweep.schedule..",
        "io.flowsweep.scheduler..",
        "io.flowsweep.maven..",
        "io.flowsweep.metaflow..",
        "io.flowsweep.runner..",
        "io.flowsweep.plugins..",
        "io.flowsweep.os..",
        "io.flowsweep.threads..",
        "io.flowsweep.source..",
        "io.flowsweep.command..",
        "io.flowsweep.client..",
        "io.flowsweep.deployer.."
    };

    /** Each package by itself, but for two pairs that share their values: what is deployed with where, kinds of flows with records. */
    private static final SliceAssignment PACKAGES = new SliceAssignment() {

        private static final Map<String, String> PAIRED = Map.of(
                "io.flowsweep.deployer.spi", "io.flowsweep.deployer",
                "io.flowsweep.source", "io.flowsweep.client");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(PAIRED.getOrDefault(type.getPackageName(), type.getPackageName()));
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    @Test
    void oneFlowKnowsNeitherSweepsNorCharts() {
        noClasses()
                .that()
                .resideInAnyPackage(ONE_FLOW)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.flowsweep.sweep..", "io.flowsweep.cli..", "io.flowsweep.plots..")
                .check(CLASSES);
    }

    @Test
    void chartsKnowNeitherFlowsNorSweeps() {
        classes()
                .that()
                .resideInAPackage("io.flowsweep.plots..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(ONE_FLOW)
                .andShould()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(MANY)
                .check(CLASSES);
    }

    @Test
    void sweepsKnowNothingOfTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("io.flowsweep.sweep..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.flowsweep.cli..")
                .check(CLASSES);
    }

    @Test
    void whatASweepFileSaysKnowsNoFile() {
        noClasses()
                .that()
                .resideInAPackage("io.flowsweep.sweep.spec..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.flowsweep.sweep.file..", "com.typesafe.config..")
                .check(CLASSES);
    }

    @Test
    void theCommandLineDrivesSweepsAsAProgramDoes() {
        noClasses()
                .that()
                .resideInAPackage("io.flowsweep.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.flowsweep.sweep.engine..")
                .check(CLASSES);
    }

    @Test
    void whatVerbsShareKnowsNoVerb() {
        for (String shared : List.of("io.flowsweep.cli.input", "io.flowsweep.cli.output")) {
            noClasses()
                    .that()
                    .resideInAPackage(shared)
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.flowsweep.cli..").and(not(resideInAPackage(shared))))
                    .check(CLASSES);
        }
    }

    @Test
    void whatAFlowAuthorWritesAgainstDependsOnNothingElseOfOurs() {
        classes()
                .that()
                .resideInAPackage("io.flowsweep.flow..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.flowsweep.flow..")
                .check(CLASSES);
    }

    @Test
    void hostsLoadNeitherHoconNorThePlannerNorTheRunner() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.flowsweep.runtime..",
                        "io.flowsweep.events..",
                        "io.flowsweep.codec..",
                        "io.flowsweep.store..",
                        "io.flowsweep.errors..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "com.typesafe.config..",
                                "io.flowsweep.config..",
                                "io.flowsweep.planner..",
                                "io.flowsweep.runner..",
                                "io.flowsweep.plugins..",
                                "io.flowsweep.source..",
                                "io.flowsweep.command..",
                                "io.flowsweep.executor",
                                "io.flowsweep.executor.jvm..",
                                "io.flowsweep.executor.process..",
                                "io.flowsweep.executor.worker..",
                                "io.flowsweep.executor.inline..",
                                "io.flowsweep.dependencies..")
                        .and(not(belongToAnyOf(HostResources.class)))) // a value, which a host hands on to its tasks
                .check(CLASSES);
    }

    @Test
    void aPlanKnowsNothingOfHowItIsMade() {
        eachKnowsOnlyThoseBehindIt(
                "io.flowsweep.planner",
                "io.flowsweep.planner.decorator..",
                "io.flowsweep.planner.[config|parameter|step]..",
                "io.flowsweep.planner.definition..",
                "io.flowsweep.plan.json..",
                "io.flowsweep.plan",
                "io.flowsweep.plan.attributes..");
    }

    @Test
    void aRunIsCarriedOutFromTheProcessDownToTheTask() {
        eachKnowsOnlyThoseBehindIt(
                "io.flowsweep.runtime.host..",
                "io.flowsweep.runtime",
                "io.flowsweep.runtime.place..",
                "io.flowsweep.runtime.task..",
                "io.flowsweep.runtime.[loading|artifact|log|time]..");
    }

    private static void eachKnowsOnlyThoseBehindIt(String... packages) {
        for (int i = 1; i < packages.length; i++) {
            noClasses()
                    .that()
                    .resideInAPackage(packages[i])
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Arrays.copyOf(packages, i))
                    .check(CLASSES);
        }
    }

    @Test
    void jacksonStaysBehindTheFormatsOfConfigs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.flowsweep.config.format..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(CLASSES);
    }

    @Test
    void nothingKnowsMetaflowButItsOwnModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.flowsweep.metaflow..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.flowsweep.metaflow..")
                .check(CLASSES);
    }

    @Test
    void mavenStaysBehindTheResolver() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.flowsweep.maven..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.flowsweep.maven..", "org.eclipse.aether..", "eu.maveniverse..", "org.apache.maven..")
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCircles() {
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItHolds() throws IOException {
        Path root = Path.of("../..");
        for (String module : List.of(
                "runner-api/core", "runner-api/maven", "runner-api/metaflow", "plots", "sweep/core", "sweep/cli")) {
            Path sources = root.resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                assertThat(files.filter(f -> f.toString().endsWith(".java"))
                                .map(Path::getParent)
                                .distinct())
                        .isNotEmpty()
                        .allSatisfy(folder ->
                                assertThat(folder.resolve("package-info.java")).exists());
            }
        }
    }
}
