"""The same as io.flowsweep's two-step flow of docs/benchmarks.md: a config, a parameter, three artifacts."""

from metaflow import Config, FlowSpec, Parameter, step


class TwoSteps(FlowSpec):
    config = Config("config", default_value={"size": 3})
    times = Parameter("times", default=2)

    @step
    def start(self):
        self.count = self.config.size * self.times
        self.name = "two steps"
        self.values = [1.0, 2.0, 3.0]
        self.next(self.end)

    @step
    def end(self):
        pass


if __name__ == "__main__":
    TwoSteps()
