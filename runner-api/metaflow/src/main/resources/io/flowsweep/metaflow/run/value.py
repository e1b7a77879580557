# Prints the value in a file of Metaflow's datastore as JSON: {"value": ...}, or {"error": ...} when it has no such form.
# The second argument is the flow's file, whose classes the value may be of.
import base64
import dataclasses
import datetime
import decimal
import gzip
import json
import os
import pickle
import runpy
import sys

script = sys.argv[2]
sys.path.insert(0, os.path.dirname(script))


class Reader(pickle.Unpickler):
    flow = None

    def find_class(self, module, name):
        if module != "__main__":
            return super().find_class(module, name)
        if self.flow is None:
            self.flow = runpy.run_path(script, run_name="flow")
        return self.flow[name]


def plain(value):
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, dict):
        return {key if isinstance(key, str) else str(plain(key)): plain(item) for key, item in value.items()}
    if hasattr(value, "_asdict"):
        return plain(value._asdict())
    if isinstance(value, (list, tuple, set, frozenset, range)):
        return [plain(item) for item in value]
    if isinstance(value, decimal.Decimal):
        return float(value)
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return plain(dataclasses.asdict(value))
    if type(value).__module__ == "metaflow.includefile":  # names the file's content, which is elsewhere in the datastore
        return plain(value.decode("the file"))
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    if hasattr(value, "tolist"):  # numpy's arrays and numbers, those of torch and jax, the series of pandas
        return plain(value.tolist())
    if hasattr(value, "to_dict"):  # tables of pandas
        return plain(value.to_dict("list"))
    raise TypeError("no JSON form is known for it")


try:
    with gzip.open(sys.argv[1]) as file:
        answer = json.dumps({"value": plain(Reader(file).load())}, allow_nan=True)
except Exception as error:
    answer = json.dumps({"error": "%s: %s" % (type(error).__name__, error)})
print(answer)
