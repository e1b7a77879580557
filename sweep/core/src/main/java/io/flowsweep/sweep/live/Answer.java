package io.flowsweep.sweep.live;

import java.io.IOException;

/** Answers one kind of question. */
interface Answer {

    /**
     * Answers, completely.
     *
     * @throws BadQuestionException when the question is none; the browser is told why
     */
    void to(Question question, Reply reply) throws IOException;
}
