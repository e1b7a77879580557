package io.flowsweep.metaflow.pickle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries out the instructions of one pickle. Values are those of {@link Pickle}, with what {@link PlainForm} puts into plain
 * form: a {@link PyDict} for a dict, a {@link PySet} for sets.
 */
final class PickleReader {

    private static final int OLDEST = 2;
    private static final int NEWEST = 5;
    private static final int MOST_VALUES = 2_000_000;
    private static final int DEEPEST = 2_000;

    private final PickleBytes in;
    private final Map<Long, Object> memo = new HashMap<>();
    private final Deque<List<Object>> outerStacks = new ArrayDeque<>();
    private List<Object> stack = new ArrayList<>();
    private int values;

    PickleReader(byte[] pickle) {
        this.in = new PickleBytes(pickle);
    }

    Object read() {
        if (in.unsigned1() != Opcode.PROTO) {
            throw UnreadablePickleException.of("it is no pickle of protocol " + OLDEST + " or newer");
        }
        int protocol = in.unsigned1();
        if (protocol < OLDEST || protocol > NEWEST) {
            throw UnreadablePickleException.of(
                    "its protocol is " + protocol + ", and " + OLDEST + " to " + NEWEST + " can be read");
        }
        for (int opcode = in.unsigned1(); opcode != Opcode.STOP; opcode = in.unsigned1()) {
            if (!pushes(opcode) && !builds(opcode) && !moves(opcode)) {
                throw refused(opcode);
            }
        }
        Object value = pop();
        if (!stack.isEmpty() || !outerStacks.isEmpty()) {
            throw malformed("it ends with more than one value");
        }
        return value;
    }

    /** Instructions that push one value, given by their arguments. */
    private boolean pushes(int opcode) {
        switch (opcode) {
            case Opcode.NONE -> push(null);
            case Opcode.NEWTRUE -> push(true);
            case Opcode.NEWFALSE -> push(false);
            case Opcode.BININT -> push((long) in.signed4());
            case Opcode.BININT1 -> push((long) in.unsigned1());
            case Opcode.BININT2 -> push((long) in.unsigned2());
            case Opcode.LONG1 -> push(in.number(in.unsigned1()));
            case Opcode.LONG4 -> push(in.number(in.length4()));
            case Opcode.BINFLOAT -> push(in.bigEndianDouble());
            case Opcode.SHORT_BINUNICODE -> push(in.text(in.unsigned1()));
            case Opcode.BINUNICODE -> push(in.text(in.length4()));
            case Opcode.BINUNICODE8 -> push(in.text(in.length8()));
            case Opcode.SHORT_BINBYTES -> push(in.bytes(in.unsigned1()));
            case Opcode.BINBYTES -> push(in.bytes(in.length4()));
            case Opcode.BINBYTES8, Opcode.BYTEARRAY8 -> push(in.bytes(in.length8()));
            case Opcode.EMPTY_LIST, Opcode.EMPTY_TUPLE -> push(new ArrayList<>());
            case Opcode.EMPTY_DICT -> push(new PyDict());
            case Opcode.EMPTY_SET -> push(new PySet());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Instructions that put values into others. */
    private boolean builds(int opcode) {
        switch (opcode) {
            case Opcode.APPEND -> {
                Object item = pop();
                list(peek()).add(item);
            }
            case Opcode.APPENDS -> {
                List<Object> items = popMark();
                list(peek()).addAll(items);
            }
            case Opcode.LIST, Opcode.TUPLE -> push(popMark());
            case Opcode.TUPLE1 -> push(popSome(1));
            case Opcode.TUPLE2 -> push(popSome(2));
            case Opcode.TUPLE3 -> push(popSome(3));
            case Opcode.DICT -> {
                List<Object> items = popMark();
                PyDict dict = new PyDict();
                dict.put(items);
                push(dict);
            }
            case Opcode.SETITEM -> {
                List<Object> item = popSome(2);
                dict(peek()).put(item);
            }
            case Opcode.SETITEMS -> {
                List<Object> items = popMark();
                dict(peek()).put(items);
            }
            case Opcode.ADDITEMS -> {
                List<Object> items = popMark();
                set(peek()).addAll(items);
            }
            case Opcode.FROZENSET -> {
                PySet set = new PySet();
                set.addAll(popMark());
                push(set);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Instructions that move values between stack and memo. */
    private boolean moves(int opcode) {
        switch (opcode) {
            case Opcode.FRAME -> in.length8();
            case Opcode.MARK -> {
                if (outerStacks.size() == DEEPEST) {
                    throw UnreadablePickleException.of("its values are nested deeper than " + DEEPEST);
                }
                outerStacks.push(stack);
                stack = new ArrayList<>();
            }
            case Opcode.POP -> pop();
            case Opcode.POP_MARK -> popMark();
            case Opcode.DUP -> push(peek());
            case Opcode.MEMOIZE -> memo.put((long) memo.size(), peek());
            case Opcode.BINPUT -> memo.put((long) in.unsigned1(), peek());
            case Opcode.LONG_BINPUT -> memo.put(in.unsigned4(), peek());
            case Opcode.BINGET -> push(remembered(in.unsigned1()));
            case Opcode.LONG_BINGET -> push(remembered(in.unsigned4()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private UnreadablePickleException refused(int opcode) {
        return switch (opcode) {
            case Opcode.GLOBAL, Opcode.INST -> {
                String module = in.line();
                yield UnreadablePickleException.foreign(module + "." + in.line());
            }
            case Opcode.STACK_GLOBAL -> {
                List<Object> name = popSome(2);
                yield UnreadablePickleException.foreign(name.get(0) + "." + name.get(1));
            }
            case Opcode.REDUCE -> UnreadablePickleException.of("it calls a function");
            case Opcode.OBJ, Opcode.NEWOBJ, Opcode.NEWOBJ_EX, Opcode.BUILD ->
                UnreadablePickleException.of("it makes an object of a class");
            case Opcode.PERSID, Opcode.BINPERSID ->
                UnreadablePickleException.of("it names an object that is kept elsewhere (a persistent id)");
            case Opcode.EXT1, Opcode.EXT2, Opcode.EXT4 ->
                UnreadablePickleException.of("it names a class by a number of Python's extension registry");
            case Opcode.NEXT_BUFFER, Opcode.READONLY_BUFFER ->
                UnreadablePickleException.of("a part of it is kept elsewhere (an out-of-band buffer)");
            default ->
                malformed(String.format("byte %d, 0x%02x, is no instruction of plain data", in.position() - 1, opcode));
        };
    }

    private void push(Object value) {
        if (++values > MOST_VALUES) {
            throw UnreadablePickleException.of("it holds more than " + MOST_VALUES + " values");
        }
        stack.add(value);
    }

    private Object peek() {
        if (stack.isEmpty()) {
            throw malformed("an instruction lacks its value");
        }
        return stack.get(stack.size() - 1);
    }

    private Object pop() {
        Object value = peek();
        stack.remove(stack.size() - 1);
        return value;
    }

    private List<Object> popSome(int count) {
        if (stack.size() < count) {
            throw malformed("an instruction lacks its values");
        }
        List<Object> last = stack.subList(stack.size() - count, stack.size());
        List<Object> values = new ArrayList<>(last);
        last.clear();
        return values;
    }

    /** What has been pushed since the last mark, which goes away. */
    private List<Object> popMark() {
        if (outerStacks.isEmpty()) {
            throw malformed("an instruction lacks its mark");
        }
        List<Object> values = stack;
        stack = outerStacks.pop();
        return values;
    }

    private Object remembered(long place) {
        if (!memo.containsKey(place)) {
            throw malformed("it names the value " + place + ", which it has not remembered");
        }
        return memo.get(place);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        if (value instanceof ArrayList<?> list) {
            return (List<Object>) list;
        }
        throw malformed("it appends to what is no list");
    }

    private static PyDict dict(Object value) {
        if (value instanceof PyDict dict) {
            return dict;
        }
        throw malformed("it sets an item of what is no dict");
    }

    private static PySet set(Object value) {
        if (value instanceof PySet set) {
            return set;
        }
        throw malformed("it adds to what is no set");
    }

    static UnreadablePickleException malformed(String what) {
        return UnreadablePickleException.of("it is damaged: " + what);
    }
}
