"""How often a second this machine squares a matrix in Python: with loops, with zipped rows, or with numpy.

An ordinary Metaflow flow: python matmul.py run. What its tasks print as "flowsweep step=… perf=…" reaches the charts of a sweep
while it runs.
"""

import operator
import random
import time

from metaflow import Config, FlowSpec, Parameter, step

REPORT_EVERY_SECONDS = 0.1


def loops(matrix):
    size = range(len(matrix))
    return [[sum(matrix[i][k] * matrix[k][j] for k in size) for j in size] for i in size]


def zipped(matrix):
    columns = list(zip(*matrix))
    return [[sum(map(operator.mul, row, column)) for column in columns] for row in matrix]


def with_numpy(matrix):
    return matrix @ matrix


class MatMul(FlowSpec):
    config = Config("config", default_value={"dim": 60, "method": "zipped"})
    seconds = Parameter("seconds", default=1.0, help="how long to measure")

    @step
    def start(self):
        self.dim = self.config.dim
        self.method = self.config.get("method", "zipped")
        draw = random.Random(self.dim).random
        matrix = [[draw() for _ in range(self.dim)] for _ in range(self.dim)]
        square = {"loops": loops, "zipped": zipped, "numpy": with_numpy}[self.method]
        if self.method == "numpy":
            import numpy

            matrix = numpy.array(matrix)
        self.largest_error = largest_error(matrix, square(matrix))
        if not self.largest_error < 1e-9:
            raise ValueError(f"the square is wrong: its relative error is {self.largest_error}")
        self.rate = measure(square, matrix, self.seconds)
        self.next(self.end)

    @step
    def end(self):
        self.gigaflops = self.rate * 2 * self.dim**3 / 1e9
        print(f"{self.method}, dim {self.dim}: {self.rate:.1f} squarings/s, {self.gigaflops:.4f} GFLOP/s")


def measure(square, matrix, seconds):
    squarings = 0
    start = slice_start = time.perf_counter()
    in_slice = 0
    while True:
        square(matrix)
        squarings += 1
        in_slice += 1
        now = time.perf_counter()
        over = now - start >= seconds
        if over or now - slice_start >= REPORT_EVERY_SECONDS:
            print(f"flowsweep step={now - start:.3f} perf={in_slice / (now - slice_start):.6g}")
            slice_start, in_slice = now, 0
        if over:
            return squarings / (now - start)


def largest_error(matrix, square):
    """Freivalds' check (1977): C is the square of A when C x = A (A x) for a random x."""
    draw = random.Random(len(matrix)).random
    x = [draw() for _ in range(len(matrix))]
    expected = times(matrix, times(matrix, x))
    return float(max(abs(a - e) / e for a, e in zip(times(square, x), expected)))


def times(matrix, x):
    return [sum(map(operator.mul, row, x)) for row in matrix]


if __name__ == "__main__":
    MatMul()
