package io.flowsweep.metaflow.pickle;

/**
 * Python's pickles of protocols 2 to 5, as far as they hold plain data: {@code None}, {@code bool}, {@code int}, {@code float},
 * {@code str}, {@code bytes}, {@code list}, {@code tuple}, {@code set}, {@code frozenset} and {@code dict}, within each other
 * however often.
 *
 * <p><b>Safety.</b> A pickle is a program, and this reader carries out only the instructions that build plain data. Those that
 * import a name, call a function, make or fill an object ({@code GLOBAL}, {@code STACK_GLOBAL}, {@code INST}, {@code OBJ},
 * {@code REDUCE}, {@code NEWOBJ}, {@code NEWOBJ_EX}, {@code BUILD}, {@code PERSID}, {@code EXT}) are refused before they do
 * anything. No class is ever loaded by a name in a pickle. Time and memory are linear in the length of the pickle, whatever
 * lengths and numbers stand in it.
 *
 * <p>After the opcodes of <i>pickletools.py</i> of CPython 3.11.
 */
public final class Pickle {

    private Pickle() {}

    /**
     * The value as plain values: see {@link io.flowsweep.codec.PlainValues}. Tuples and sets are lists, those of sets
     * in the order of the pickle; bytes are text in Base64; keys that are numbers, booleans or None are texts as
     * Python's {@code json} writes them. What the pickle holds once and names twice stands twice.
     *
     * <p>A pickle of {@code bytes} alone is a {@code byte[]}.
     *
     * @throws UnreadablePickleException when it is not plain data, damaged, nested deeper than 500, of more than 2,000,000 values, or
     *     far longer than itself when what it names twice stands twice
     */
    public static Object read(byte[] pickle) {
        Object value = new PickleReader(pickle).read();
        return value instanceof byte[] ? value : new PlainForm(pickle.length).of(value);
    }
}
