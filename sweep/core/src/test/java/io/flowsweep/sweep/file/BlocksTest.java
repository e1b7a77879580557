package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.plan.ResourceRequest;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.RunPolicy;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run}, {@code jvm}, {@code environment} and {@code flow}, which every variant resolves for itself. */
class BlocksTest {

    @TempDir
    Path dir;

    private SweepFolder folder;

    @BeforeEach
    void folder() {
        folder = SweepFolder.in(dir);
    }

    @Test
    void findTheVariantsOwnValues() {
        Variants variants = folder.variants("""
                let { flag = "-Xss4m" }
                config { cpu = 1, budget = 20s }
                params { seconds = 5 }
                grid { cpu = [1, 2] }
                run { variant-timeout = ${config.budget} }
                jvm { home = "/opt/jdk", options = [${let.flag}, "-Dcpu=${config.cpu}"] }
                environment { OMP_NUM_THREADS = ${config.cpu}, WHO = "${variant.name}/${params.seconds}", ON = true }
                """);
        Variant variant = variants.get(1);
        assertThat(variant.run()).isEqualTo(Map.of("variant_timeout", "20s"));
        assertThat(variants.policy(variant).variantTimeout()).contains(Duration.ofSeconds(20));
        assertThat(variant.jvm()).isEqualTo(Map.of("home", "/opt/jdk", "options", List.of("-Xss4m", "-Dcpu=2")));
        assertThat(variant.environment()).isEqualTo(Map.of("OMP_NUM_THREADS", "2", "WHO", "cpu=2/5", "ON", "true"));
    }

    @Test
    void mayBeVaried() {
        Variants variants = folder.variants("""
                run { executor = process }
                jvm { options = ["-Xmx1g"] }
                grid {
                  run { executor = [process, inline], variant_timeout = [5s] }
                  jvm.options = [["-Xmx2g"]]
                  environment { OMP_NUM_THREADS = [1, 2] }
                }
                """);
        assertThat(variants.size()).isEqualTo(4);
        Variant last = variants.get(3);
        assertThat(last.name())
                .startsWith("executor=inline,variant_timeout=5s,options=")
                .endsWith(",OMP_NUM_THREADS=2");
        assertThat(variants.policy(last).executor()).isEqualTo("inline");
        assertThat(variants.policy(variants.get(0)).executor()).isEqualTo("process");
        assertThat(variants.policy(last).variantTimeout()).contains(Duration.ofSeconds(5));
        assertThat(last.jvm()).isEqualTo(Map.of("options", List.of("-Xmx2g")));
        assertThat(last.environment()).isEqualTo(Map.of("OMP_NUM_THREADS", "2"));
        assertThat(variants.stream().map(v -> v.identity("d"))).doesNotHaveDuplicates();
    }

    @Test
    void areNotInTheIdentityWhereTheyOnlySayHow() {
        Variant one = folder.variants("params { a = 1 }\nrun { executor = inline, variant_timeout = 5s }")
                .get(0);
        Variant other =
                folder.variants("params { a = 1 }\nrun { executor = process }").get(0);
        Variant third = folder.variants("params { a = 1 }\njvm { options = [\"-Xint\"] }")
                .get(0);
        assertThat(one.identity("d")).isEqualTo(other.identity("d")).isNotEqualTo(third.identity("d"));
    }

    @Test
    void resourcesMayComeFromTheConfigAndFromAxes() {
        Variants variants = folder.variants("""
                config { cpu = 1, resources { memory = 512 } }
                grid { cpu = [1, 2], run.resources.memory = [256MB, 1024] }
                run {
                  resources { cpu = ${config.cpu}, memory = ${config.resources.memory}, gpu = 1, pools { licence = 2 } }
                  pools { licence = 3 }
                  oversubscribe = true
                }
                """);
        assertThat(variants.stream().map(v -> variants.policy(v).resources().orElseThrow()))
                .extracting(r -> r.cpu().orElseThrow(), r -> r.memoryBytes().orElseThrow())
                .containsExactly(
                        tuple(1, 256_000_000L), tuple(1, 1L << 30), tuple(2, 256_000_000L), tuple(2, 1L << 30));
        RunPolicy policy = variants.policy(variants.get(3));
        assertThat(policy.resources().orElseThrow().gpu()).contains(1);
        assertThat(policy.resources().orElseThrow().pools()).isEqualTo(Map.of("licence", 2));
        assertThat(policy.pools()).isEqualTo(Map.of("licence", 3));
        assertThat(policy.oversubscribe()).isTrue();
    }

    @Test
    void aWholeObjectOfResourcesMayComeFromTheConfig() {
        Variants variants = folder.variants("""
                config { resources { cpu = 2, memory = 512 } }
                run { resources = ${config.resources} }
                """);
        assertThat(variants.policy(variants.get(0)).resources().orElseThrow())
                .isEqualTo(new ResourceRequest(Optional.of(2), Optional.of(512L << 20), Optional.empty(), Map.of()));
    }

    @Test
    void theFlowMayBeVaried() {
        folder.write("flows/Fast.java", "class Fast {}");
        SweepSpec spec = folder.load("grid { flow = [flows/MatMul.java, flows/Fast.java] }");
        Variants variants = new Variants(spec);
        assertThat(variants.stream().map(spec::flow))
                .containsExactly(dir.resolve("flows/MatMul.java"), dir.resolve("flows/Fast.java"));
        assertThat(variants.get(1).name()).isEqualTo("flow=Fast.java");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jvm { hoem = x }            | s.conf:2: unknown key \"jvm.hoem\". Did you mean \"home\"?",
                "jvm { options = [1] }       | s.conf:2: \"jvm.options\" must be a list of texts",
                "environment { requirement = r.txt } | s.conf:2: environment.requirement is hardly meant as a variable. Did you mean \"requirements\"?",
                "environment { pakages = [a] } | s.conf:2: environment.pakages is hardly meant as a variable. Did you mean \"packages\"?",
                "environment { A = [1] }     | s.conf:2: the variable \"A\" must be a text",
                "environment { A = ${config.x} } | s.conf:2: ${config.x} is not defined",
                "environment { A = \"${lte.x}\" }  | s.conf:2: ${lte.x} is not defined",
                "run { resources { cpus = 2 } } | s.conf:2: run.resources has the key \"cpus\", which is no attribute. Did you mean \"cpu\"?",
                "run { resources { cpu = -1 } } | s.conf:2: cpu must be a whole number of at least 0, but got -1",
                "run { resources { memory = 2XB } } | s.conf:2: memory \"2XB\" has an unknown unit",
                "run { resources = 4 }          | s.conf:2: \"run.resources\" must be an object with cpu, memory, gpu, pools, but is 4",
                "run { pools { licence = two } } | s.conf:2: \"run.pools\" must be names with their sizes",
                "grid { run.pools.licence = [1, 2] } | s.conf:2: \"run.pools.licence\" is one value for the whole sweep",
                "run { executor = ${params.e} }  | s.conf:2: ${params.e} is not defined"
            })
    void thatAreWrongAreReported(String text, String problem) {
        assertThat(folder.problems(text)).startsWith(problem);
    }

    @Test
    void aPolicyThatOnlyOneVariantBreaksIsReportedThere() {
        Variants variants =
                folder.variants("config { t = 5s }\ngrid { t = [1s, soon] }\nrun.variant_timeout = ${config.t}");
        assertThat(variants.policy(variants.get(0)).variantTimeout()).contains(Duration.ofSeconds(1));
        Variant wrong = variants.get(1);
        assertThatThrownBy(() -> variants.policy(wrong)).hasMessageContaining("but is soon");
    }
}
