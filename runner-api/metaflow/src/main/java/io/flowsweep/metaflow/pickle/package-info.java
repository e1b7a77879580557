/**
 * Reads the part of Python's pickles that is plain data, without Python and without ever making an object of a class that a
 * pickle names. Start at {@link io.flowsweep.metaflow.pickle.Pickle}; what it refuses is an
 * {@link io.flowsweep.metaflow.pickle.UnreadablePickleException}.
 */
package io.flowsweep.metaflow.pickle;
