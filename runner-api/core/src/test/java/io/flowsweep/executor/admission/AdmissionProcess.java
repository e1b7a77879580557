package io.flowsweep.executor.admission;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;

/** What the tests have another process do. The machine is {@link AdmissionTest#MACHINE}. */
final class AdmissionProcess {

    private AdmissionProcess() {}

    /**
     * {@code FOLDER hold CPUS MEMORY}: leases, prints {@code held}, and keeps it until its input ends.
     * {@code FOLDER try CPUS MEMORY}: prints whether it could lease.
     * {@code FOLDER work DIARY TIMES SEED}: {@link #work}.
     */
    public static void main(String[] arguments) throws Exception {
        Admission admission = Admission.in(Path.of(arguments[0]), AdmissionTest.MACHINE);
        switch (arguments[1]) {
            case "hold" -> {
                try (Lease lease = admission.acquire(need(arguments))) {
                    System.out.println("held " + lease.need());
                    System.in.readAllBytes();
                }
            }
            case "try" ->
                System.out.println(admission.tryAcquire(need(arguments)).isPresent());
            default ->
                work(admission, Path.of(arguments[2]), Integer.parseInt(arguments[3]), Long.parseLong(arguments[4]));
        }
    }

    /**
     * Leases random needs, and writes {@code CPUS MEMORY GPUS LICENCES} into the diary after each begins and the
     * negatives before it ends.
     */
    static void work(Admission admission, Path diary, int times, long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        Machine machine = admission.machine();
        try (FileOutputStream out = new FileOutputStream(diary.toFile(), true)) {
            for (int i = 0; i < times; i++) {
                long memory = random.nextLong(machine.memoryBytes() + 1);
                boolean exclusive = random.nextInt(5) == 0;
                int cpus = 1 + random.nextInt(machine.cpus());
                int gpus = random.nextInt(3);
                int licences = random.nextInt(3);
                Map<String, Need.Share> pools = Map.of("licence", new Need.Share(licences, 2));
                try (Lease lease = admission.acquire(new Need(cpus, memory, exclusive, gpus, pools))) {
                    int taken = lease.need().exclusive() ? machine.cpus() : cpus;
                    out.write(line(taken, memory, lease.gpus().size(), licences));
                    spin(random.nextInt(20_000));
                    out.write(line(-taken, -memory, -gpus, -licences));
                }
            }
        }
    }

    private static byte[] line(int cpus, long memory, int gpus, int licences) {
        return (cpus + " " + memory + " " + gpus + " " + licences + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static void spin(int turns) {
        for (int i = 0; i < turns; i++) {
            Thread.onSpinWait();
        }
    }

    private static Need need(String[] arguments) {
        return Need.of(Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
    }
}
