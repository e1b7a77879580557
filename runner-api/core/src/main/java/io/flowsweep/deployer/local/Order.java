package io.flowsweep.deployer.local;

/**
 * What the keeper is to do.
 *
 * @param deployment of the run
 * @param run its id
 */
record Order(Kind kind, String deployment, String run) {

    enum Kind {
        START,
        TERMINATE
    }

    byte[] mark() {
        return JsonMarks.write(Order.class, this);
    }

    static Order of(byte[] mark) {
        return JsonMarks.read(Order.class, mark);
    }
}
