"""Reads a run of squares.py by Metaflow's own client, and prints what each part of it took in seconds of CPU."""

import sys
import time

start = time.process_time()
from metaflow import Run, namespace

namespace(None)
took = {"import": time.process_time() - start}


def part(name, work):
    begin = time.process_time()
    count = work()
    took[name] = time.process_time() - begin
    return count


run = Run("Squares/" + sys.argv[1])
tasks = []


def tasks_listed():
    tasks.extend(run["square"])
    return len(tasks)


def artifacts_read():
    return sum(len([artifact.data for artifact in task]) for task in tasks)


def values_read():
    return sum(line.startswith("flowsweep ") for task in tasks for line in task.stdout.splitlines())


counts = [part("tasks", tasks_listed), part("artifacts", artifacts_read), part("values", values_read)]
print(counts, " ".join(f"{name}={seconds:.3f}" for name, seconds in took.items()))
