import io.flowsweep.flow.Case;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;

/** Newton's method for a square root: one step repeats itself until it is good enough or has been tried too often. */
public class NewtonSwitch extends FlowSpec {

    enum State {
        AGAIN,
        GOOD,
        HOPELESS
    }

    @Parameter(help = "the number whose root is wanted")
    double number = 2;

    double root = 1;
    int steps;
    State state = State.AGAIN;
    String verdict;

    @Step(next = "improve")
    void start() {}

    @Step(
            condition = "state",
            cases = {
                @Case(when = "AGAIN", next = "improve"),
                @Case(when = "GOOD", next = "celebrate"),
                @Case(when = "HOPELESS", next = "give_up")
            })
    void improve() {
        root = (root + number / root) / 2;
        steps++;
        boolean good = Math.abs(root * root - number) < 1e-9;
        state = good ? State.GOOD : steps < 50 ? State.AGAIN : State.HOPELESS;
    }

    @Step(next = "end")
    void celebrate() {
        verdict = "the root of " + number + " is " + root + ", found in " + steps + " steps";
    }

    @Step(next = "end")
    void give_up() {
        verdict = number + " has no root that " + steps + " steps could find";
    }

    /** Both ways meet here without a join: only one of them was taken. */
    @Step
    void end() {
        System.out.println(verdict);
    }
}
