# Starts runs of Metaflow as copies (fork) of a process that has imported it already: `python -u forkserver.py`. Orders come from
# standard input, each a JSON object in a line; answers go to standard output:
#
#   ready              Metaflow is imported
#   started ID PID     what an order wants runs, as the leader of a session
#   refused ID         it has to be started without us
#   ended PID CODE     128 + the number of the signal that has ended it, where one has
#
# When it is killed its runs go on, and each puts its exit code into the file that its order names for that.
# It ends with code 0 when there are no more orders and the last run has ended, and when it had nothing to do for a minute.
# A run finds the world as `python -u SCRIPT` would find it, which tests compare.
standard = dict(globals())  # what Python gives to every script

import gc
import json
import os
import select
import sys
import types

ORDERS, ANSWERS, IDLE_MILLIS = 3, 4, 60_000


def begin_anew():
    """Python makes the objects of its standard streams by what these are, so it is to begin with those of a run."""
    os.dup2(0, ORDERS)
    os.dup2(1, ANSWERS)
    nothing = os.open("/dev/null", os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nothing, descriptor)
    os.execv(sys.executable, [*sys.orig_argv, "serve"])


class Wanted:
    """Notes the names of all packages that are looked for; put before all finders."""

    def __init__(self):
        self.names = {name.partition(".")[0] for name in sys.modules}

    def find_spec(self, name, path=None, target=None):
        self.names.add(name.partition(".")[0])


def import_metaflow():
    """
    The names that were looked for, and what is to be in each script: Metaflow puts the types of some artifacts there, to be found by
    pickle. Ends the process when the import left more than modules and these, as it would in each run.
    """
    said = os.memfd_create("said")
    quiet = os.dup(1)
    os.dup2(said, 1)
    os.dup2(said, 2)
    open_before = len(os.listdir("/proc/self/fd"))
    gc.disable()  # until a run begins: its copy of the memory stays shared as far as nobody writes to it
    wanted = Wanted()
    sys.meta_path.insert(0, wanted)
    own = set(globals())
    import metaflow

    left = {name: value for name, value in globals().items() if name not in own}
    sys.meta_path.remove(wanted)
    gc.freeze()
    os.close(os.pidfd_open(os.getpid()))  # fails where the system has no such thing
    more = os.fstat(said).st_size > 0 or len(os.listdir("/proc/self/fd")) > open_before
    if more or len(os.listdir("/proc/self/task")) > 1 or sys.flags.inspect:
        os._exit(1)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    os.close(quiet)
    os.close(said)
    return wanted.names, left


class Server:
    def __init__(self, imported):
        self.imported = imported
        self.runs = {}  # their ids, by descriptors that tell their ends
        self.poll = select.poll()

    def serve(self):
        """Returns the order in a process that is to carry it out; None in this one, when there is nothing left to do."""
        self.poll.register(ORDERS, select.POLLIN)
        taking, received = True, b""
        while taking or self.runs:
            ready = self.poll.poll(None if self.runs else IDLE_MILLIS)
            if not ready:
                return None
            for descriptor, _ in ready:
                if descriptor != ORDERS:
                    self.see_off(descriptor)
                    continue
                part = os.read(ORDERS, 1 << 16)
                if not part:
                    taking = False
                    self.poll.unregister(ORDERS)
                *lines, received = (received + part).split(b"\n")
                for order in map(json.loads, lines):
                    try:
                        if self.start(order):
                            return order
                    except (OSError, ValueError):
                        answer("refused", order["id"])

    def start(self, order):
        """Whether this is the process that is to carry it out. Nothing has been started when it fails."""
        if self.shadows(order["argv"][0]):
            raise ValueError("a module of the flow has the name of one that is imported already")
        output = os.open(order["output"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
        wait, go = os.pipe()
        descriptors = [output, wait, go]
        try:
            pid = os.fork()
            if pid == 0:
                descriptors.remove(go)
                for descriptor in (ORDERS, ANSWERS, go, *self.runs):
                    os.close(descriptor)
                os.setsid()
                if not os.read(wait, 1):  # whoever gave the order has not been told
                    os._exit(1)
                os.dup2(output, 1)
                os.dup2(output, 2)
                return True
            end = os.pidfd_open(pid)
            self.runs[end] = pid
            self.poll.register(end, select.POLLIN)
            answer("started", order["id"], pid)
            os.write(go, b"!")
            return False
        finally:
            for descriptor in descriptors:
                os.close(descriptor)

    def shadows(self, script):
        """Whether a file beside the script would have been imported instead of something that is imported already."""
        beside = os.listdir(os.path.dirname(os.path.realpath(script)))
        return any(name.partition(".")[0] in self.imported for name in beside)

    def see_off(self, descriptor):
        pid = self.runs.pop(descriptor)
        self.poll.unregister(descriptor)
        os.close(descriptor)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        answer("ended", pid, code if code >= 0 else 128 - code)


def answer(*words):
    os.write(ANSWERS, (" ".join(map(str, words)) + "\n").encode())


def without_us(hook):
    """Prints what a script did not catch, but for our frame, in which it was carried out."""
    return lambda kind, error, trace: hook(kind, error.with_traceback(trace.tb_next), trace.tb_next)


if len(sys.argv) == 1:
    begin_anew()
for descriptor in (ORDERS, ANSWERS):
    os.set_inheritable(descriptor, False)
safe_path = getattr(sys.flags, "safe_path", False)
if not safe_path:
    del sys.path[0]  # our folder
imported, left = import_metaflow()
parent = os.getpid()
server = Server(imported)
answer("ready")
order = server.serve()
if order is None:
    os._exit(0)

# From here on this is a run.
script = order["argv"][0]
os.sched_setaffinity(0, order["processors"])
for name in order["unset"]:
    os.environ.pop(name, None)
os.environ.update(order["set"])
sys.orig_argv = sys.orig_argv[:-2] + order["argv"]
sys.argv = order["argv"]
if not safe_path:
    sys.path.insert(0, os.path.dirname(os.path.realpath(script)))
main = sys.modules["__main__"] = types.ModuleType("__main__")
main.__dict__.update(left, **standard)
main.__dict__.update(__doc__=None, __file__=script, __loader__=type(__loader__)("__main__", script))
run, code = os.getpid(), 1
gc.enable()
try:
    with open(script, "rb") as source:
        text = source.read()
    exec(compile(text, script, "exec"), main.__dict__)
    code = 0
except SystemExit as end:
    code = end.code if isinstance(end.code, int) else int(end.code is not None)
    raise
except BaseException:
    sys.excepthook = without_us(sys.excepthook)
    raise
finally:
    if os.getppid() != parent and os.getpid() == run:
        with open(order["exit"], "w") as told:
            told.write(str(code & 0xFF))
