package io.flowsweep.classfile;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds where a class ends the process: calls and method references of {@code System.exit}, {@code Runtime.exit} and
 * {@code Runtime.halt}. Reads class files as JVMS chapter 4 defines them, of any version. Calls through reflection or by
 * other classes are not seen.
 */
public final class ClassFileScan {

    private static final int INVOKEVIRTUAL = 0xb6;
    private static final int INVOKEDYNAMIC = 0xba;
    private static final int STATIC = 0x0008;
    private static final int FINAL = 0x0010;

    private final ByteBuffer in;
    private final ConstantPool constants;
    private final Set<Exit> exits = new LinkedHashSet<>();
    private final Map<Integer, Set<String>> dynamicCalls = new HashMap<>();
    private String className = "";

    private ClassFileScan(byte[] classFile) {
        in = ByteBuffer.wrap(classFile);
        if (in.getInt() != 0xCAFEBABE) {
            throw new IllegalArgumentException("it does not begin as a class file");
        }
        in.getInt(); // version
        constants = new ConstantPool(in);
    }

    /**
     * A place that ends the process.
     *
     * @param call {@code System.exit}, {@code Runtime.exit} or {@code Runtime.halt}
     * @param className the binary name of the class
     * @param method the name of the method; for a lambda, of the method that holds it
     */
    public record Exit(String call, String className, String method) {

        /** {@code Class.method}. */
        public String where() {
            return className + "." + method;
        }
    }

    /**
     * The binary names of the classes that one class names anywhere: in code, in signatures, in annotations. May hold names of
     * classes that do not exist.
     *
     * @throws IllegalArgumentException when the bytes are not a class file
     */
    public static Set<String> references(byte[] classFile) {
        try {
            Set<String> names = new LinkedHashSet<>();
            new ClassFileScan(classFile).constants.classNames().forEach(name -> names.add(name.replace('/', '.')));
            return names;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not a class file", e);
        }
    }

    /**
     * The places in one class that end the process, each once, in the order of the class's methods; direct calls first.
     *
     * @throws IllegalArgumentException when the bytes are not a class file
     */
    public static List<Exit> exits(byte[] classFile) {
        try {
            ClassFileScan scan = new ClassFileScan(classFile);
            scan.read();
            return List.copyOf(scan.exits);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a whole class file", e);
        }
    }

    /**
     * Whether a class can keep something beyond its instances: it has a static field that may be set, or a static initializer.
     * Without one all its static fields are constants.
     *
     * @throws IllegalArgumentException when the bytes are not a class file
     */
    public static boolean hasStatics(byte[] classFile) {
        try {
            return new ClassFileScan(classFile).readStatics();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a whole class file", e);
        }
    }

    private boolean readStatics() {
        skip(6); // access, class, super class
        skip(2 * u2()); // interfaces
        for (int fields = u2(); fields > 0; fields--) {
            if ((u2() & (STATIC | FINAL)) == STATIC) {
                return true;
            }
            skip(4);
            skipAttributes();
        }
        for (int methods = u2(); methods > 0; methods--) {
            skip(2);
            if (constants.text(u2()).equals("<clinit>")) {
                return true;
            }
            skip(2);
            skipAttributes();
        }
        return false;
    }

    private void read() {
        in.getShort(); // access
        className = constants.className(u2()).replace('/', '.');
        in.getShort(); // super class
        skip(2 * u2()); // interfaces
        for (int fields = u2(); fields > 0; fields--) {
            skip(6);
            skipAttributes();
        }
        for (int methods = u2(); methods > 0; methods--) {
            readMethod();
        }
        for (int attributes = u2(); attributes > 0; attributes--) {
            String name = constants.text(u2());
            int end = in.getInt() + in.position();
            if (name.equals("BootstrapMethods")) {
                readBootstrapMethods();
            }
            in.position(end);
        }
    }

    private void readMethod() {
        in.getShort(); // access
        String method = sourceName(constants.text(u2()));
        in.getShort(); // descriptor
        for (int attributes = u2(); attributes > 0; attributes--) {
            String name = constants.text(u2());
            int end = in.getInt() + in.position();
            if (name.equals("Code")) {
                in.getInt(); // stack and locals
                int length = in.getInt();
                readCode(method, in.slice(in.position(), length));
            }
            in.position(end);
        }
    }

    private void readCode(String method, ByteBuffer code) {
        for (int at = 0; at < code.limit(); at += Instructions.length(code, at)) {
            int opcode = code.get(at) & 0xff;
            if (opcode >= INVOKEVIRTUAL && opcode < INVOKEDYNAMIC) {
                add(code.getShort(at + 1) & 0xffff, method);
            } else if (opcode == INVOKEDYNAMIC) {
                int bootstrap = constants.bootstrapOf(code.getShort(at + 1) & 0xffff);
                dynamicCalls
                        .computeIfAbsent(bootstrap, key -> new LinkedHashSet<>())
                        .add(method);
            }
        }
    }

    /** A method reference is an argument of the bootstrap method of the call that makes it. */
    private void readBootstrapMethods() {
        int count = u2();
        for (int bootstrap = 0; bootstrap < count; bootstrap++) {
            in.getShort(); // method
            for (int arguments = u2(); arguments > 0; arguments--) {
                int referred = constants.referredBy(u2());
                for (String method : dynamicCalls.getOrDefault(bootstrap, Set.of())) {
                    add(referred, method);
                }
            }
        }
    }

    private void add(int methodReference, String method) {
        String call = switch (constants.method(methodReference)) {
            case "java/lang/System.exit(I)V" -> "System.exit";
            case "java/lang/Runtime.exit(I)V" -> "Runtime.exit";
            case "java/lang/Runtime.halt(I)V" -> "Runtime.halt";
            default -> "";
        };
        if (!call.isEmpty()) {
            exits.add(new Exit(call, className, method));
        }
    }

    /** {@code lambda$train$0} stands in {@code train}. */
    private static String sourceName(String method) {
        if (method.startsWith("lambda$")) {
            int end = method.lastIndexOf('$');
            return end > "lambda$".length() ? method.substring("lambda$".length(), end) : method;
        }
        return method;
    }

    private void skipAttributes() {
        for (int attributes = u2(); attributes > 0; attributes--) {
            skip(2);
            skip(in.getInt());
        }
    }

    private int u2() {
        return in.getShort() & 0xffff;
    }

    private void skip(int bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + bytes);
    }
}
