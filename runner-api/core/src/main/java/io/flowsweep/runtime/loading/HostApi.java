package io.flowsweep.runtime.loading;

/** The part of the host that flows see. */
final class HostApi extends ClassLoader {

    /** What every flow sees. */
    static final HostApi WITH_CONFIG = new HostApi(true);

    /** For flows that bring a configuration library of their own. */
    static final HostApi WITHOUT_CONFIG = new HostApi(false);

    static {
        registerAsParallelCapable();
    }

    private final boolean config;

    private HostApi(boolean config) {
        super("flowsweep-api", ClassLoader.getPlatformClassLoader());
        this.config = config;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (isShown(name)) {
            return FlowClassLoader.class.getClassLoader().loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    private boolean isShown(String name) {
        return name.startsWith("io.flowsweep.flow.")
                || name.startsWith("io.flowsweep.plan.")
                || name.startsWith("io.flowsweep.client.")
                || name.startsWith("io.flowsweep.events.")
                || name.startsWith("io.flowsweep.errors.")
                || config && name.startsWith("com.typesafe.config.");
    }
}
