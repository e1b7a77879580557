/**
 * Where runs and sweeps are kept, and the only package that touches their paths. {@link io.flowsweep.store.Store} is the
 * SPI; {@link io.flowsweep.store.FileStore} keeps everything in plain files under {@code .flowsweep};
 * {@link io.flowsweep.store.StoreLayout} names what stands where.
 */
package io.flowsweep.store;
