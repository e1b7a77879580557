package io.flowsweep.cli.bench;

import java.nio.file.Path;

/**
 * What a contender took.
 *
 * @param variants how many were measured
 * @param one of one variant, from the command to its end
 * @param each of each but the first {@value Contender#LEAST}
 */
record Taken(Contender contender, int variants, Measurement one, Measurement each) {

    /**
     * Measures it. The first start is not counted: it compiles, and fills caches of files and archives.
     *
     * @param scale of the number of variants
     * @param folder where it runs
     */
    static Taken measure(Contender contender, double scale, Path folder) throws InterruptedException {
        int many = Math.max(Contender.LEAST + 1, (int) Math.round(contender.variants() * scale));
        Measurement.of(contender.command().apply(1), folder);
        Measurement one = Measurement.of(contender.command().apply(1), folder);
        Measurement least = Measurement.of(contender.command().apply(Contender.LEAST), folder);
        Measurement all = Measurement.of(contender.command().apply(many), folder);
        return new Taken(contender, many, one, all.each(least, many - Contender.LEAST));
    }

    /** Further variants in a second. */
    double perSecond() {
        return 1 / each.wallSeconds();
    }

    double cpuMillis() {
        return each.cpuSeconds() * 1000;
    }
}
