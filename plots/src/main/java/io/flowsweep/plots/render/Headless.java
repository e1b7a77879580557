package io.flowsweep.plots.render;

/** Drawing to files needs no display, and asking for one can fail or open a dock icon. */
final class Headless {

    private static final String PROPERTY = "java.awt.headless";

    private Headless() {}

    /** Makes AWT headless before it starts, unless {@code java.awt.headless} is set to anything already. */
    static void unlessTold() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "true");
        }
    }
}
