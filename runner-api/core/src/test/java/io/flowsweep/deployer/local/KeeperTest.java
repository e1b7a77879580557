package io.flowsweep.deployer.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Client;
import io.flowsweep.command.CommandFlow;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.TriggerCause;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.deployer.spi.TriggerRequest;
import io.flowsweep.events.RunState;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.MarkSequence;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.Stores;
import io.flowsweep.store.UnwritableStoreException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(900)
class KeeperTest {

    @TempDir
    Path folder;

    @Test
    void leavesTheOrderOfARunThatCouldNotBePutOnRecordToTheNext() {
        Store store = Stores.in(folder.resolve("store"));
        CommandFlow flow =
                CommandFlow.ofShell("echo done").name("Echo").directory(folder).inputs();
        DeployedFlow deployed =
                Deployer.of(Runner.of(flow).store(folder.resolve("store"))).create();
        TriggerRecord trigger = new TriggerRecords(store)
                .add(deployed.deployment(), new TriggerRequest(Optional.empty(), Map.of(), TriggerCause.manual("ada")));
        MarkSequence orders = Keeper.orders(store);
        orders.append(new Order(Order.Kind.START, deployed.name(), trigger.run()).mark());
        orders.append(new Order(Order.Kind.START, deployed.name(), "never-triggered").mark());

        assertThat(keeper(full(store)).keep()).isFalse();
        assertThat(orders.numbers()).containsExactly(0L, 1L);
        assertThat(Client.of(store).flowNamed("Echo").runIds()).isEmpty();

        assertThat(keeper(store).keep()).isFalse();
        assertThat(orders.numbers()).containsExactly(1L);
        assertThat(Client.of(store)
                        .flowNamed("Echo")
                        .run(trigger.run())
                        .orElseThrow()
                        .state())
                .isEqualTo(RunState.SUCCEEDED);
    }

    private static Keeper keeper(Store store) {
        return new Keeper(store, StoreLock.tryTake(store, Keeper.LOCK).orElseThrow(), Duration.ZERO);
    }

    /** The same where there is no room for the log of a run. */
    private static Store full(Store store) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("append") && ((String) arguments[0]).startsWith(StoreLayout.FLOWS)) {
                        throw new UnwritableStoreException("no room", new IOException("No space left on device"));
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
