package io.flowsweep.sweep.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.flowsweep.errors.FlowSweepException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Puts questions to an answer, and says what went wrong. */
record Answering(Answer answer) implements HttpHandler {

    private static final Logger LOG = System.getLogger(Answering.class.getName());

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Reply reply = new Reply(exchange);
        try {
            answer.to(new Question(exchange), reply);
        } catch (BadQuestionException e) {
            reply.text(e.status(), e.getMessage());
        } catch (FlowSweepException e) {
            reply.text(409, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the page asked " + exchange.getRequestURI().getPath() + " and got no answer", e);
            reply.text(500, "FlowSweep has a fault: " + e);
        } finally {
            exchange.close();
        }
    }
}
