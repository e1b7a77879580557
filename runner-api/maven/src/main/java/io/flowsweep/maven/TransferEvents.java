package io.flowsweep.maven;

import io.flowsweep.dependencies.DependencyEvent;
import java.util.function.Consumer;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;

/** Tells which jars are fetched; of the small files around them nothing. */
final class TransferEvents extends AbstractTransferListener {

    private final Consumer<DependencyEvent> listener;

    TransferEvents(Consumer<DependencyEvent> listener) {
        this.listener = listener;
    }

    @Override
    public void transferStarted(TransferEvent event) {
        TransferResource resource = event.getResource();
        String name = resource.getResourceName();
        boolean fetches = event.getRequestType() == TransferEvent.RequestType.GET;
        if (fetches && name.endsWith(".jar")) {
            String file = name.substring(name.lastIndexOf('/') + 1);
            listener.accept(
                    new DependencyEvent.Fetching(file, resource.getRepositoryId(), resource.getContentLength()));
        }
    }
}
