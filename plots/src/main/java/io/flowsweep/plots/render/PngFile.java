package io.flowsweep.plots.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes an image as a PNG (ISO/IEC 15948). By hand, because the JDK's writer tries five filters on each row: a JVM that has
 * just started pays 0.1 s for a chart, in which most rows are the same as the one above.
 */
final class PngFile {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BYTES_PER_DOT = 3;
    private static final byte NO_FILTER = 0;
    private static final byte DIFFERENCE_TO_ROW_ABOVE = 2;

    private PngFile() {}

    /**
     * Writes the whole file; does not close the stream.
     *
     * @param image of the type {@link BufferedImage#TYPE_INT_RGB}
     * @param dotsPerMetre how large it is to be printed
     */
    static void write(BufferedImage image, int dotsPerMetre, OutputStream out) throws IOException {
        DataOutputStream file = new DataOutputStream(out);
        file.write(SIGNATURE);
        chunk(file, "IHDR", header(image.getWidth(), image.getHeight()));
        chunk(file, "pHYs", density(dotsPerMetre));
        chunk(file, "IDAT", dots(image));
        chunk(file, "IEND", new byte[0]);
        file.flush();
    }

    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(width);
        header.writeInt(height);
        header.write(
                new byte[] {8, 2, 0, 0, 0}); // bits of a sample; red, green, blue; deflated; filtered; not interlaced
        return bytes.toByteArray();
    }

    private static byte[] density(int dotsPerMetre) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream density = new DataOutputStream(bytes);
        density.writeInt(dotsPerMetre);
        density.writeInt(dotsPerMetre);
        density.writeByte(1);
        return bytes.toByteArray();
    }

    private static byte[] dots(BufferedImage image) throws IOException {
        int width = image.getWidth();
        int[] dots = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] row = new byte[1 + width * BYTES_PER_DOT];
        byte[] same = new byte[row.length];
        same[0] = DIFFERENCE_TO_ROW_ABOVE;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        Deflater deflater = new Deflater();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes, deflater, 1 << 14)) {
            for (int start = 0; start < dots.length; start += width) {
                if (start > 0 && Arrays.equals(dots, start, start + width, dots, start - width, start)) {
                    deflated.write(same);
                } else {
                    row[0] = NO_FILTER;
                    unpack(dots, start, row);
                    deflated.write(row);
                }
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void unpack(int[] dots, int start, byte[] row) {
        int from = start;
        for (int to = 1; to < row.length; to += BYTES_PER_DOT) {
            int dot = dots[from++];
            row[to] = (byte) (dot >> 16);
            row[to + 1] = (byte) (dot >> 8);
            row[to + 2] = (byte) dot;
        }
    }

    private static void chunk(DataOutputStream file, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        file.writeInt(data.length);
        file.write(name);
        file.write(data);
        file.writeInt((int) sum.getValue());
    }
}
