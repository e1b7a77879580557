package io.flowsweep.maven;

import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plan.DependencyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.version.Version;

/** Says what could not be resolved, which repositories were asked, and which versions there are. */
final class ResolutionProblems {

    private static final int MOST_VERSIONS = 5;

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    ResolutionProblems(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = repositories;
    }

    List<Problem> of(DependencyResolutionException failure, DependencyPlan set) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArtifactResolutionException e) {
                return of(e.getResults());
            }
            if (cause instanceof ArtifactDescriptorException e) {
                return List.of(
                        problem(e.getResult().getArtifact(), e.getResult().getExceptions()));
            }
            if (cause instanceof VersionRangeResolutionException e) {
                return List.of(problem(
                        e.getResult().getRequest().getArtifact(), e.getResult().getExceptions()));
            }
            if (cause instanceof DependencyCollectionException e && e.getCause() == null) {
                return List.of(Problem.of(e.getMessage() + asked(), "@Dependencies", ""));
            }
        }
        return List.of(Problem.of(set + " cannot be resolved: " + deepest(failure) + asked(), "@Dependencies", ""));
    }

    List<Problem> of(List<ArtifactResult> results) {
        List<Problem> problems = new ArrayList<>();
        for (ArtifactResult result : results) {
            if (!result.isResolved()) {
                problems.add(problem(result.getRequest().getArtifact(), result.getExceptions()));
            }
        }
        return problems;
    }

    private Problem problem(Artifact artifact, List<Exception> reasons) {
        List<String> unreachable = reasons.stream()
                .filter(e -> !(e instanceof ArtifactNotFoundException))
                .map(ResolutionProblems::deepest)
                .distinct()
                .toList();
        if (!unreachable.isEmpty()) {
            return Problem.of(
                    artifact + " cannot be fetched: " + String.join("; ", unreachable) + asked(),
                    "@Dependencies",
                    "Look at the network, the proxy and the mirrors of ~/.m2/settings.xml; what is in the local repository"
                            + " needs none.");
        }
        return Problem.of("there is no " + artifact + asked(), "@Dependencies", versions(artifact));
    }

    private String asked() {
        return "; asked: "
                + (repositories.isEmpty()
                        ? "no repository"
                        : repositories.stream()
                                .map(r -> r.getId() + " (" + r.getUrl() + ")")
                                .collect(Collectors.joining(", ")));
    }

    /** Which versions the repositories know. */
    private String versions(Artifact artifact) {
        try {
            Artifact any = new DefaultArtifact(
                    artifact.getGroupId(), artifact.getArtifactId(), artifact.getExtension(), "[0,)");
            List<String> known = system
                    .resolveVersionRange(session, new VersionRangeRequest(any, repositories, null))
                    .getVersions()
                    .stream()
                    .map(Version::toString)
                    .toList();
            if (known.isEmpty()) {
                return "None of its versions is known there: check group and artifact.";
            }
            List<String> newest = known.subList(Math.max(0, known.size() - MOST_VERSIONS), known.size());
            return Suggestions.closest(artifact.getVersion(), known)
                            .map(close -> "Did you mean \"" + close + "\"? ")
                            .orElse("")
                    + (known.size() > MOST_VERSIONS ? "The newest versions are " : "There are ")
                    + String.join(", ", newest) + ".";
        } catch (VersionRangeResolutionException e) {
            return "";
        }
    }

    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
