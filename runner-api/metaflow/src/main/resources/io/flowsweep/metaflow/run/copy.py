# Copies from the datastore that Metaflow is set up for into a folder of the same layout. The arguments are the folder and the
# size in bytes up to which artifacts go with their task. Each line of standard input asks for something: "task FLOW/RUN/STEP/TASK"
# or "file PATH", and is answered by a line when it is there: {} or {"error": ...}. Carries out no pickle.
import json
import os
import re
import shutil
import signal
import sys

folder, small = sys.argv[1], int(sys.argv[2])
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends when nobody asks any more
RECORDS = re.compile(r"\d+\.(attempt\.json|data\.json|DONE\.lock|runtime|(runtime|task)_std(out|err)\.log)")
stores = {}


def store(part):
    if not stores:
        from metaflow.metaflow_config import DEFAULT_DATASTORE
        from metaflow.plugins import DATASTORES
        from metaflow.plugins.cards.card_datastore import CardDatastore

        kind = next(datastore for datastore in DATASTORES if datastore.TYPE == DEFAULT_DATASTORE)
        data = kind(kind.get_datastore_root_from_config(lambda *_: None))
        stores.update(data=data, cards=kind(CardDatastore.get_storage_root(kind.TYPE)))
    return stores[part]


def place(path):
    return os.path.join(folder, *path.split("/"))


def files(part, path):
    return [entry.path for entry in store(part).list_content([path]) if entry.is_file]


def copy(part, paths):
    found = 0
    for start in range(0, len(paths), 10):  # of more, Metaflow would start processes
        with store(part).load_bytes(paths[start : start + 10]) as loaded:
            for path, file, _ in loaded:
                if file is not None:
                    os.makedirs(os.path.dirname(place(path)), exist_ok=True)
                    draft = "%s.%d" % (place(path), os.getpid())
                    shutil.copyfile(file, draft)
                    os.replace(draft, place(path))
                    found += 1
    return found


def task(path):
    flow, run, step, task = path.split("/")
    records = [file for file in files("data", path) if RECORDS.fullmatch(os.path.basename(file))]
    copy("data", records)
    attempts = [int(os.path.basename(file).split(".")[0]) for file in records if file.endswith(".data.json")]
    if attempts:
        with open(place("%s/%d.data.json" % (path, max(attempts)))) as file:
            data = json.load(file)
        sizes = {name: info.get("size") or 0 for name, info in data.get("info", {}).items()}
        blobs = {
            "%s/data/%s/%s" % (flow, key[:2], key)
            for name, key in data.get("objects", {}).items()
            if sizes.get(name, 0) <= small and not name.startswith("_")
        }
        copy("data", [blob for blob in sorted(blobs) if not os.path.exists(place(blob))])
    copy("cards", files("cards", "%s/runs/%s/steps/%s/tasks/%s/cards" % (flow, run, step, task)))


def answer(asked):
    what, path = asked.split(" ", 1)
    if what == "task":
        task(path)
    elif not copy("data", [path]):
        raise FileNotFoundError("%s is not in %s" % (path, store("data").datastore_root))


for line in sys.stdin:
    try:
        answer(line.strip())
        said = {}
    except Exception as error:
        said = {"error": "%s: %s" % (type(error).__name__, " ".join(str(error).split()))}
    print(json.dumps(said), file=answers, flush=True)
