package io.flowsweep.classfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.flowsweep.classfile.ClassFileScan.Exit;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ClassFileScanTest {

    @SuppressWarnings("unused")
    static class Exits {
        static final IntConsumer AT_START = Runtime.getRuntime()::halt;

        static void direct() {
            System.exit(1);
            System.exit(2);
        }

        void byRuntime(boolean hard) {
            if (hard) {
                Runtime.getRuntime().halt(1);
            } else {
                Runtime.getRuntime().exit(1);
            }
        }

        Runnable inALambda() {
            Supplier<Runnable> twice = () -> () -> System.exit(1);
            return twice.get();
        }

        IntConsumer byReference() {
            return System::exit;
        }

        int behindSwitches(int n, String s) {
            long big = Long.MAX_VALUE;
            double real = 0.5;
            int[][] table = new int[n][n];
            for (int i = 0; i < 100_000; i += 1000) {
                table[0][0] += i;
            }
            switch (n) {
                case 1:
                case 2:
                case 3:
                    big++;
                    break;
                case 4:
                    real++;
                    break;
                default:
                    break;
            }
            switch (s) {
                case "a" -> big--;
                case "b", "zzz" -> real--;
                default -> System.exit((int) (big + real));
            }
            return table[0][0];
        }
    }

    @SuppressWarnings("unused")
    static class Harmless {
        static void exit(int code) {}

        void calls() {
            exit(1);
            Runtime.getRuntime().gc();
            System.out.println("System.exit" + getClass());
            IntConsumer own = Harmless::exit;
            own.accept(1);
        }
    }

    @Test
    void namesEachCallAndItsMethod() throws IOException {
        String name = Exits.class.getName();
        assertThat(ClassFileScan.exits(bytes(Exits.class)))
                .containsExactlyInAnyOrder(
                        new Exit("System.exit", name, "direct"),
                        new Exit("Runtime.halt", name, "byRuntime"),
                        new Exit("Runtime.exit", name, "byRuntime"),
                        new Exit("System.exit", name, "inALambda"),
                        new Exit("System.exit", name, "byReference"),
                        new Exit("System.exit", name, "behindSwitches"),
                        new Exit("Runtime.halt", name, "<clinit>"));
        assertThat(new Exit("System.exit", "a.B", "start").where()).isEqualTo("a.B.start");
    }

    @Test
    void findsNothingInHarmlessClasses() throws IOException {
        for (Class<?> harmless : List.of(
                Harmless.class,
                ClassFileScanTest.class,
                ClassFileScan.class,
                Runnable.class,
                String.class,
                Integer.class)) {
            assertThat(ClassFileScan.exits(bytes(harmless)))
                    .as(harmless.getName())
                    .isEmpty();
        }
    }

    @Test
    void readsLargeLibraryClassesToTheirEnd() throws IOException {
        for (Class<?> library : List.of(
                java.util.concurrent.ConcurrentHashMap.class,
                java.util.regex.Pattern.class,
                java.util.Formatter.class,
                java.math.BigDecimal.class)) {
            assertThat(ClassFileScan.exits(bytes(library)))
                    .as(library.getName())
                    .isEmpty();
        }
        assertThat(ClassFileScan.exits(bytes(System.class)))
                .containsExactly(new Exit("Runtime.exit", "java.lang.System", "exit"));
    }

    @SuppressWarnings("unused")
    static class Constants {
        static final int LIMIT = 3;
        static final String NAME = "a";
        private int own;

        static int twice(int n) {
            return 2 * n;
        }
    }

    @SuppressWarnings("unused")
    static class Counter {
        static int count;
    }

    @SuppressWarnings("unused")
    static class Cache {
        static final List<String> SEEN = new ArrayList<>();
    }

    record Point(int x, int y) {}

    @Test
    void seesWhereAClassCouldKeepSomething() throws IOException {
        for (Class<?> without : List.of(Constants.class, Point.class, Runnable.class)) {
            assertThat(ClassFileScan.hasStatics(bytes(without)))
                    .as(without.getName())
                    .isFalse();
        }
        for (Class<?> with : List.of(Counter.class, Cache.class, Exits.class, Thread.State.class)) {
            assertThat(ClassFileScan.hasStatics(bytes(with))).as(with.getName()).isTrue();
        }
    }

    @Test
    void refusesWhatIsNoClassFile() throws IOException {
        byte[] whole = bytes(Exits.class);
        assertThatIllegalArgumentException().isThrownBy(() -> ClassFileScan.exits(new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> ClassFileScan.exits("class A {}".getBytes("UTF-8")));
        for (int length = 0; length < whole.length - 20; length += 13) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException().isThrownBy(() -> ClassFileScan.exits(part));
        }
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }
}
