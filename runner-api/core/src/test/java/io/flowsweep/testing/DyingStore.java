package io.flowsweep.testing;

import io.flowsweep.store.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose process dies at a change of it: the change is not made, nor any later one. */
public final class DyingStore {

    /** What a process dies of here. */
    @SuppressWarnings("serial")
    public static final class Death extends Error {}

    private static final Set<String> CHANGES = Set.of("append", "createExclusive", "putBlob", "delete");

    private DyingStore() {}

    /** @param changes which are made */
    public static Store after(int changes, Store store) {
        AtomicInteger left = new AtomicInteger(changes);
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (CHANGES.contains(method.getName()) && left.getAndDecrement() <= 0) {
                        throw new Death();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
