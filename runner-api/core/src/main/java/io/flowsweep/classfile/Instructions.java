package io.flowsweep.classfile;

import java.nio.ByteBuffer;

/** The lengths of the instructions of the Java virtual machine (JVMS chapter 6). */
final class Instructions {

    /** For each opcode from 0 the bytes of its instruction; 0 where that depends on its operands. */
    private static final String LENGTHS = "1".repeat(16) // constants
            + "23" + "233" // bipush, sipush, ldc
            + "2".repeat(5) // loads with an index
            + "1".repeat(28)
            + "2".repeat(5) // stores with an index
            + "1".repeat(73)
            + "3" // iinc
            + "1".repeat(20)
            + "3".repeat(16) // ifs, goto, jsr
            + "2" // ret
            + "00" // switches
            + "1".repeat(6)
            + "3".repeat(7) // fields and calls
            + "55" // invokeinterface, invokedynamic
            + "323" // new, newarray, anewarray
            + "11" // arraylength, athrow
            + "33" // checkcast, instanceof
            + "11" // monitors
            + "0" // wide
            + "4" // multianewarray
            + "33" // ifnull, ifnonnull
            + "55"; // goto_w, jsr_w

    private static final int TABLESWITCH = 0xaa;
    private static final int LOOKUPSWITCH = 0xab;
    private static final int WIDE = 0xc4;
    private static final int IINC = 0x84;

    private Instructions() {}

    /**
     * The length of the instruction at a place of a method's code.
     *
     * @throws IndexOutOfBoundsException when there is no such instruction
     */
    static int length(ByteBuffer code, int at) {
        int opcode = code.get(at) & 0xff;
        int operands = (at / 4 + 1) * 4; // of a switch: aligned to 4
        int length = switch (opcode) {
            case TABLESWITCH -> operands + 12 + 4 * (code.getInt(operands + 8) - code.getInt(operands + 4) + 1) - at;
            case LOOKUPSWITCH -> operands + 8 + 8 * code.getInt(operands + 4) - at;
            case WIDE -> (code.get(at + 1) & 0xff) == IINC ? 6 : 4;
            default -> LENGTHS.charAt(opcode) - '0';
        };
        if (length <= 0) {
            throw new IndexOutOfBoundsException("a switch that ends before it begins");
        }
        return length;
    }
}
