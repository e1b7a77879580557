package io.flowsweep.python;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that asks for an environment, as drivers do, and prints what it is told and what it got. */
final class Builder {

    private Builder() {}

    /** @param arguments the cache folder, then packages */
    public static void main(String[] arguments) {
        PythonEnvironments environments = new PythonEnvironments(Path.of(arguments[0]), System.getenv());
        List<String> packages = List.of(arguments).subList(1, arguments.length);
        PythonRequest request = PythonRequest.of(Map.of("packages", packages), Path.of("/"));
        System.out.println("got " + environments.get(request.settings(), System.out::println));
    }
}
