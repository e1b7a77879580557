# Prints, as one line of JSON, what a script can see of the process that it is carried out by.
import gc
import inspect
import json
import os
import pickle
import random
import resource
import signal
import sys
import threading


class Own:
    pass


def status(*names):
    with open("/proc/self/status") as lines:
        return [line for line in lines if line.partition(":")[0] in names]


def printed(command):
    with os.popen(command) as lines:
        return lines.read().splitlines()


seen = {
    "argv": sys.argv,
    "orig_argv": getattr(sys, "orig_argv", None),
    "executable": sys.executable,
    "flags": repr(sys.flags),
    "path": sys.path,
    "main": sys.modules["__main__"].__dict__ is globals(),
    "pickled": pickle.loads(pickle.dumps(Own())).__class__ is Own,
    "source": inspect.getsource(Own),
    "cwd": os.getcwd(),
    "environment": dict(os.environ),
    "c environment": printed("env | sort"),
    "leader": [os.getpgid(0) == os.getpid(), os.getsid(0) == os.getpid()],
    "descriptors": {number: os.readlink("/proc/self/fd/" + number) for number in "012"},
    "open": len(os.listdir("/proc/self/fd")),
    "inherited": [os.get_inheritable(number) for number in range(3)],
    "streams": [(repr(s), s.line_buffering, s.write_through, s.seekable()) for s in (sys.stdin, sys.stdout, sys.stderr)],
    "limits": {name: resource.getrlimit(getattr(resource, name)) for name in dir(resource) if name.startswith("RLIMIT")},
    "priority": os.nice(0),
    "handlers": {int(s): repr(signal.getsignal(s)) for s in signal.valid_signals()},
    "kernel": status("SigBlk", "SigIgn", "SigCgt", "Threads", "Umask", "Cpus_allowed_list", "NoNewPrivs", "Seccomp", "CapEff"),
    "threads": [thread.name for thread in threading.enumerate()],
    "hooks": [repr(hook) for hook in (sys.excepthook, sys.displayhook, sys.gettrace(), sys.getprofile())],
    "gc": [gc.isenabled(), gc.get_threshold()],
}
import metaflow

seen["names"] = {name: repr(value).partition(" at 0x")[0] for name, value in sorted(globals().items()) if name != "seen"}
seen["modules"] = sorted(sys.modules)
seen["finders"] = [type(finder).__name__ for finder in sys.meta_path]
print(json.dumps({"seen": seen, "parent": os.getppid(), "random": random.random()}), flush=True)
