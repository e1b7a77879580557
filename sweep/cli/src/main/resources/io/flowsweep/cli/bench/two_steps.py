from metaflow import FlowSpec, Parameter, step


class NoOp(FlowSpec):
    number = Parameter("number", default=1)

    @step
    def start(self):
        self.seen = self.number
        self.next(self.end)

    @step
    def end(self):
        pass


if __name__ == "__main__":
    NoOp()
