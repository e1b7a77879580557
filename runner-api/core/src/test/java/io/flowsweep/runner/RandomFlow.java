package io.flowsweep.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A random flow with nested splits, foreaches, switches and repetitions, as source text, together with the value that its
 * artifact {@code log} must have at the end. The value comes from reading the structure directly, not from any graph: each
 * step adds its name, each join puts what its branches logged into brackets.
 */
final class RandomFlow {

    private final Random random;
    private final StringBuilder steps = new StringBuilder();
    private int names;
    private int tasks;

    private final String expected;
    private final String source;

    RandomFlow(long seed) {
        random = new Random(seed);
        Block body = block(3);
        StringBuilder log = new StringBuilder("start;");
        body.log().accept(log);
        log.append("end;");
        expected = log.toString();
        step("start", "next = \"" + body.first() + "\"", "");
        body.exits().forEach(exit -> exit.accept("end"));
        source = """
                import io.flowsweep.flow.*;
                import java.util.*;
                import java.util.stream.*;

                @Resources(memory = "128MB")
                public class Generated extends FlowSpec {
                    String log = "";
                    List<Integer> items;
                    String way;
                    int count;

                    private void add(String text) {
                        log += text + ";";
                    }

                %s
                    @Step void end() { add("end"); }
                }
                """.formatted(steps);
        tasks += 2;
    }

    String source() {
        return source;
    }

    String expected() {
        return expected;
    }

    /** How many tasks a run of it has. */
    int tasks() {
        return tasks;
    }

    /** A piece of the flow: its first step, how to say what follows it, and what it logs in one branch. */
    private record Block(String first, List<Consumer<String>> exits, Consumer<StringBuilder> log) {}

    /** Some elements one after the other, the first and the last of them plain steps. */
    private Block block(int depth) {
        List<Block> elements = new ArrayList<>();
        elements.add(plain());
        int more = depth == 0 ? 0 : random.nextInt(3);
        for (int i = 0; i < more; i++) {
            elements.add(
                    switch (random.nextInt(4)) {
                        case 0 -> split(depth - 1);
                        case 1 -> foreach(depth - 1);
                        case 2 -> choice(depth - 1);
                        default -> repetition();
                    });
        }
        elements.add(plain());
        for (int i = 0; i + 1 < elements.size(); i++) {
            String next = elements.get(i + 1).first();
            elements.get(i).exits().forEach(exit -> exit.accept(next));
        }
        return new Block(
                elements.get(0).first(),
                elements.get(elements.size() - 1).exits(),
                log -> elements.forEach(e -> e.log().accept(log)));
    }

    private Block plain() {
        String name = name("s");
        return new Block(name, List.of(next -> step(name, "next = \"" + next + "\"", "")), log -> add(log, name));
    }

    private Block split(int depth) {
        String name = name("split");
        String join = name("join");
        List<Block> branches = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            branches.add(block(depth));
        }
        String next = String.join(
                ", ", branches.stream().map(b -> "\"" + b.first() + "\"").toList());
        step(name, "next = {" + next + "}", "");
        branches.forEach(b -> b.exits().forEach(exit -> exit.accept(join)));
        return new Block(name, List.of(after -> join(join, after)), log -> {
            add(log, name);
            String before = log.toString();
            StringBuilder joined = new StringBuilder();
            for (Block branch : branches) {
                StringBuilder one = new StringBuilder(before);
                branch.log().accept(one);
                joined.append('(').append(one).append(')');
            }
            log.setLength(0);
            log.append(joined);
            add(log, join);
        });
    }

    private Block foreach(int depth) {
        String name = name("each");
        String item = name("item");
        String join = name("join");
        int size = 1 + random.nextInt(3);
        Block body = block(depth);
        step(
                name,
                "next = \"" + item + "\", foreach = \"items\"",
                "items = IntStream.range(0, " + size + ").boxed().toList();");
        step(item, "next = \"" + body.first() + "\"", "add(index() + \"=\" + this.<Integer>input());");
        body.exits().forEach(exit -> exit.accept(join));
        return new Block(name, List.of(after -> join(join, after)), log -> {
            add(log, name);
            String before = log.toString();
            StringBuilder joined = new StringBuilder();
            for (int i = 0; i < size; i++) {
                StringBuilder one = new StringBuilder(before);
                add(one, item);
                one.append(i).append('=').append(i).append(';');
                body.log().accept(one);
                joined.append('(').append(one).append(')');
            }
            log.setLength(0);
            log.append(joined);
            add(log, join);
        });
    }

    private Block choice(int depth) {
        String name = name("choice");
        String meet = name("meet");
        List<Block> ways = List.of(block(depth), block(depth));
        int chosen = random.nextInt(2);
        step(
                name,
                "condition = \"way\", cases = {@Case(when = \"0\", next = \""
                        + ways.get(0).first() + "\"), @Case(when = \"1\", next = \""
                        + ways.get(1).first() + "\")}",
                "way = \"" + chosen + "\";");
        ways.forEach(w -> w.exits().forEach(exit -> exit.accept(meet)));
        return new Block(name, List.of(after -> step(meet, "next = \"" + after + "\"", "")), log -> {
            add(log, name);
            ways.get(chosen).log().accept(log);
            add(log, meet);
        });
    }

    private Block repetition() {
        String name = name("again");
        String after = name("after");
        int times = 1 + random.nextInt(3);
        step(
                name,
                "condition = \"way\", cases = {@Case(when = \"more\", next = \"" + name
                        + "\"), @Case(when = \"done\", next = \"" + after + "\")}",
                "count++; way = count < " + times + " ? \"more\" : \"done\"; if (way.equals(\"done\")) count = 0;");
        return new Block(name, List.of(next -> step(after, "next = \"" + next + "\"", "")), log -> {
            for (int i = 0; i < times; i++) {
                add(log, name);
            }
            add(log, after);
        });
    }

    private void join(String name, String next) {
        steps.append("    @Step(next = \"").append(next).append("\") void ").append(name);
        steps.append("(Inputs<Generated> inputs) { log = inputs.stream().map(i -> \"(\" + i.log + \")\")");
        steps.append(".collect(Collectors.joining()); add(\"").append(name).append("\"); }\n");
    }

    private void step(String name, String attributes, String body) {
        steps.append("    @Step(").append(attributes).append(") void ").append(name);
        steps.append("() { add(\"").append(name).append("\"); ").append(body).append(" }\n");
    }

    private void add(StringBuilder log, String name) {
        log.append(name).append(';');
        tasks++;
    }

    private String name(String kind) {
        return kind + names++;
    }
}
