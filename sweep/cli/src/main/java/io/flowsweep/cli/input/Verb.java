package io.flowsweep.cli.input;

import java.util.List;
import java.util.stream.Collectors;

/** What can be said on the command line, as help lists it. */
public sealed interface Verb {

    String name();

    /** Lines; the first stands in the help of the group above. */
    List<String> description();

    /**
     * A verb that does something. Its class, with options and all that they need, is made use of only when the verb is on
     * the command line, so that a start costs the same with three verbs and with thirty.
     *
     * @param command a class that picocli can make a command of
     */
    record Command(String name, Class<?> command, List<String> description) implements Verb {

        public Command(String name, Class<?> command, String... description) {
            this(name, command, List.of(description));
        }
    }

    /**
     * A verb that has verbs below it and does nothing by itself.
     *
     * @param question what to answer to the group alone: "say what to do with the flow"
     * @param verbs at least two, in the order of help
     */
    record Group(String name, List<String> description, String question, List<Verb> verbs) implements Verb {

        public Group(String name, String description, String question, Verb... verbs) {
            this(name, List.of(description), question, List.of(verbs));
        }

        /** The question with the verbs to choose from. */
        public String ask() {
            List<String> names = verbs.stream().map(Verb::name).toList();
            int last = names.size() - 1;
            return question + ": " + names.stream().limit(last).collect(Collectors.joining(", ")) + " or "
                    + names.get(last);
        }
    }
}
