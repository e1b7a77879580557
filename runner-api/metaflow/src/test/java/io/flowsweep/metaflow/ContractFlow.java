package io.flowsweep.metaflow;

/** The flow of {@code FlowSourceContract} in Python. */
final class ContractFlow {

    static final String TEXT = """
            import os
            import time

            from metaflow import Config, FlowSpec, step


            class Contract(FlowSpec):
                config = Config("config", required=True)

                @step
                def start(self):
                    print("base is", self.config.base)
                    print("flowsweep step=1 progress=0.5")
                    print("flowsweep step=2 progress=1.0")
                    if self.config.how == "fail":
                        raise ValueError("no data")
                    if self.config.how == "sleep":
                        with open(self.config.witness + ".draft", "w") as witness:
                            witness.write(str(os.getpid()))
                        os.rename(self.config.witness + ".draft", self.config.witness)
                        time.sleep(300)
                    self.result = self.config.base * 2
                    self.next(self.end)

                @step
                def end(self):
                    pass


            if __name__ == "__main__":
                Contract()
            """;

    private ContractFlow() {}
}
