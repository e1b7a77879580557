package io.flowsweep.metaflow.run;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.metaflow.datastore.MetaflowArtifact;
import io.flowsweep.os.Redirects;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Has Python read an artifact: numbers and arrays of numpy, tables of pandas, dates, decimals, dataclasses. This carries out the
 * artifact's pickle, as the flow's own tasks do; a run that is not trusted must not be read so.
 */
final class PythonValues {

    private static final int SECONDS = 60;

    private PythonValues() {}

    /** @throws CodecException with the artifact's type, and what Python says */
    static Object read(MetaflowArtifact artifact, NamedValue place) {
        Map<String, Object> answer = Json.parseObject(ask(artifact, place));
        if (answer.containsKey("value")) {
            return answer.get("value");
        }
        throw refused(artifact, String.valueOf(answer.get("error")));
    }

    private static String ask(MetaflowArtifact artifact, NamedValue place) {
        try {
            Process process = new ProcessBuilder(
                            place.python(), "-c", PythonProgram.text("value.py"), place.file(), place.script())
                    .redirectInput(Redirects.NO_INPUT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            try (InputStream out = process.getInputStream()) {
                String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                    return printed;
                }
                throw refused(artifact, place.python() + " ended with exit code " + process.exitValue());
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw refused(artifact, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(artifact, "the reading was interrupted");
        }
    }

    private static CodecException refused(MetaflowArtifact artifact, String why) {
        return new CodecException(
                artifact.name(), "a value of the Python type " + artifact.type() + " has no JSON form here: " + why);
    }
}
