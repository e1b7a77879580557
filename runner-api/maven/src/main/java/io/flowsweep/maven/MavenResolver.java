package io.flowsweep.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.dependencies.DependencyResolver;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Resolves with Maven's own resolver: the user's {@code settings.xml} (mirrors, proxies, servers, active profiles), local
 * repository and cache of what is absent. Started when it is first asked; then kept.
 */
public final class MavenResolver implements DependencyResolver {

    private final ContextOverrides overrides;
    private Context context;

    /** With the user's settings. */
    public MavenResolver() {
        this(ContextOverrides.create().withUserSettings(true));
    }

    MavenResolver(ContextOverrides.Builder settings) {
        this.overrides =
                settings.checksumPolicy(ContextOverrides.ChecksumPolicy.FAIL).build();
    }

    @Override
    public List<LockedJar> resolve(DependencyPlan set, Consumer<DependencyEvent> listener) {
        return inOwnLoader(maven -> new Resolution(maven, set.repositories(), listener).resolve(set));
    }

    @Override
    public LockedJar fetch(LockedJar jar, List<String> repositories, Consumer<DependencyEvent> listener) {
        return inOwnLoader(maven -> new Resolution(maven, repositories, listener).fetchAgain(jar));
    }

    /** Maven looks for its parts through the thread's context class loader. */
    private <T> T inOwnLoader(Function<Context, T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader callers = thread.getContextClassLoader();
        thread.setContextClassLoader(MavenResolver.class.getClassLoader());
        try {
            return work.apply(started());
        } finally {
            thread.setContextClassLoader(callers);
        }
    }

    private synchronized Context started() {
        if (context == null) {
            context = Runtimes.INSTANCE.getRuntime().create(overrides);
        }
        return context;
    }
}
