package io.flowsweep.maven;

import eu.maveniverse.maven.mima.context.Context;
import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.dependencies.UnresolvableDependenciesException;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/** One question to the resolver. */
final class Resolution {

    private final RepositorySystem system;
    private final DefaultRepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    /** @param further repositories besides those of the settings, {@code ID=URL} each */
    Resolution(Context maven, List<String> further, Consumer<DependencyEvent> listener) {
        this.system = maven.repositorySystem();
        this.session = new DefaultRepositorySystemSession(maven.repositorySystemSession());
        session.setCache(new DefaultRepositoryCache()); // what another question has heard is not asked again otherwise
        session.setData(new DefaultSessionData());
        session.setTransferListener(new TransferEvents(listener));
        session.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS); // what is new or mended is seen at once
        session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
        this.repositories = new ArrayList<>(maven.remoteRepositories());
        List<RemoteRepository> own =
                further.stream().map(Resolution::repository).toList();
        repositories.addAll(system.newResolutionRepositories(session, own)); // mirrors, proxies and passwords apply
    }

    List<LockedJar> resolve(DependencyPlan set) {
        List<Exclusion> exclusions =
                set.exclusions().stream().map(Resolution::exclusion).toList();
        CollectRequest collect = new CollectRequest();
        collect.setRepositories(repositories);
        for (String coordinates : set.packages()) {
            collect.addDependency(
                    new Dependency(new DefaultArtifact(coordinates), JavaScopes.RUNTIME, false, exclusions));
        }
        try {
            DependencyRequest request = new DependencyRequest(
                    collect, DependencyFilterUtils.classpathFilter(JavaScopes.COMPILE, JavaScopes.RUNTIME));
            return system.resolveDependencies(session, request).getArtifactResults().stream()
                    .map(this::checked)
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new UnresolvableDependenciesException(
                    new ResolutionProblems(system, session, repositories).of(e, set));
        }
    }

    LockedJar fetchAgain(LockedJar jar) {
        Artifact artifact = new DefaultArtifact(jar.name());
        File place = new File(
                session.getLocalRepository().getBasedir(),
                session.getLocalRepositoryManager().getPathForLocalArtifact(artifact));
        LocalFile.remove(place);
        return locked(fetch(artifact));
    }

    /** The jar of a result; one that is damaged is fetched again, once. */
    private LockedJar checked(ArtifactResult result) {
        Artifact artifact = result.getArtifact();
        if (LocalFile.isDamaged(artifact.getFile())) {
            LocalFile.remove(artifact.getFile());
            return locked(fetch(artifact.setFile(null)));
        }
        return locked(artifact);
    }

    private Artifact fetch(Artifact artifact) {
        try {
            Artifact fetched = system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                    .getArtifact();
            if (LocalFile.isDamaged(fetched.getFile())) {
                throw new UnresolvableDependenciesException(
                        artifact + " is damaged where it comes from: it is no jar",
                        LocalFile.repository(fetched.getFile()),
                        "Tell whoever keeps the repository, or ask for another version.");
            }
            return fetched;
        } catch (ArtifactResolutionException e) {
            throw new UnresolvableDependenciesException(
                    new ResolutionProblems(system, session, repositories).of(e.getResults()));
        }
    }

    private static LockedJar locked(Artifact artifact) {
        File file = artifact.getFile();
        return new LockedJar(
                artifact.toString(),
                LocalFile.sha256(file),
                file.length(),
                LocalFile.repository(file),
                file.toURI().toString());
    }

    private static RemoteRepository repository(String text) {
        int equals = text.indexOf('=');
        return new RemoteRepository.Builder(text.substring(0, equals), "default", text.substring(equals + 1)).build();
    }

    private static Exclusion exclusion(String text) {
        int colon = text.indexOf(':');
        return new Exclusion(text.substring(0, colon), text.substring(colon + 1), "*", "*");
    }
}
