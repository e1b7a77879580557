"""How often a second plain Python squares a matrix, as the flow examples/metaflow/matmul.py does, without a framework."""

import argparse
import operator
import random
import time

parser = argparse.ArgumentParser()
parser.add_argument("--dim", type=int, default=60, help="rows and columns of the matrix")
parser.add_argument("--seconds", type=float, default=1.0, help="how long to measure")
parser.add_argument("--cpu", type=int, default=1, help="taken for the sake of other flows; one is used")
args = parser.parse_args()

draw = random.Random(args.dim).random
matrix = [[draw() for _ in range(args.dim)] for _ in range(args.dim)]

squarings = 0
start = now = time.perf_counter()
while now - start < args.seconds:
    columns = list(zip(*matrix))
    square = [[sum(map(operator.mul, row, column)) for column in columns] for row in matrix]
    squarings += 1
    now = time.perf_counter()
    print(f"flowsweep step={now - start:.3f} perf={squarings / (now - start):.6g}")
print(f"flowsweep gigaflops={squarings / (now - start) * 2 * args.dim**3 / 1e9:.6g}")
