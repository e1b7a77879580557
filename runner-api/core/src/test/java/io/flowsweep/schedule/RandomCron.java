package io.flowsweep.schedule;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Crons by chance, such as people write and such as nobody does. */
public final class RandomCron {

    private final Random random;

    public RandomCron(Random random) {
        this.random = random;
    }

    public String crontab() {
        return String.join(" ", field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6));
    }

    String quartz() {
        boolean ofMonth = random.nextBoolean();
        String day = ofMonth
                ? oneOf(field(1, 31), "L", "LW", "L-" + random.nextInt(5), between(1, 28) + "W", "1,L")
                : oneOf(field(1, 7), between(1, 7) + "#" + between(1, 5), between(1, 7) + "L", "FRI#2", "MONL");
        day = day.equals("*") ? "1" : day;
        return String.join(
                " ",
                oneOf("0", "0/20", "30"),
                field(0, 59),
                field(0, 23),
                ofMonth ? day : "?",
                field(1, 12),
                ofMonth ? "?" : day);
    }

    private String field(int least, int most) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> "*";
            case 3, 4 -> "" + between(least, most);
            case 5 -> "*/" + between(1, most);
            case 6 -> range(least, most);
            default ->
                IntStream.range(0, between(2, 4))
                        .mapToObj(i -> oneOf(
                                "" + between(least, most),
                                range(least, most),
                                range(least, most) + "/" + between(1, 5)))
                        .collect(Collectors.joining(","));
        };
    }

    private String range(int least, int most) {
        int first = between(least, most);
        return first + "-" + between(first, most);
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private String oneOf(String... texts) {
        return List.of(texts).get(random.nextInt(texts.length));
    }
}
