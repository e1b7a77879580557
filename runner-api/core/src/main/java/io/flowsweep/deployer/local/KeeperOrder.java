package io.flowsweep.deployer.local;

/**
 * What the keeper is to do.
 *
 * @param deployment of the run
 * @param run its id
 */
record KeeperOrder(Kind kind, String deployment, String run) {

    enum Kind {
        START,
        TERMINATE
    }

    byte[] mark() {
        return JsonMarks.write(KeeperOrder.class, this);
    }

    static KeeperOrder of(byte[] mark) {
        return JsonMarks.read(KeeperOrder.class, mark);
    }
}
