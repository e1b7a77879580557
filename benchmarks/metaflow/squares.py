"""A foreach over trivial tasks, and the sum of what they computed."""

from metaflow import FlowSpec, Parameter, step


class Squares(FlowSpec):
    size = Parameter("size", default=50)

    @step
    def start(self):
        self.items = list(range(self.size))
        self.next(self.square, foreach="items")

    @step
    def square(self):
        self.result = self.input**2
        print(f"flowsweep step={self.index} square={self.result}")
        self.next(self.join)

    @step
    def join(self, inputs):
        self.total = sum(each.result for each in inputs)
        self.next(self.end)

    @step
    def end(self):
        print(self.total)


if __name__ == "__main__":
    Squares()
