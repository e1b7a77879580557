"""Writes pickles.tsv beside this file: what Python's own pickler makes of values, with the values as JSON."""

import base64
import collections
import datetime
import decimal
import json
import os
import pickle


class Point:
    def __init__(self):
        self.x = 1


shared = ["a", 1]
PLAIN = {
    "none": None,
    "true": True,
    "false": False,
    "zero": 0,
    "byte": 255,
    "short": 65535,
    "negative": -7,
    "int32": 2**31 - 1,
    "int64": 2**63 - 1,
    "min64": -(2**63),
    "beyond64": 2**100,
    "negative_beyond64": -(2**64),
    "float": 0.1,
    "tiny": 5e-324,
    "huge": 1.7976931348623157e308,
    "text": "plain",
    "empty_text": "",
    "unicode": "grün 日本 🙂 \x00",
    "long_text": "x" * 300,
    "list": [1, [2, [3, []]]],
    "long_list": list(range(1100)),
    "tuple0": (),
    "tuple1": (1,),
    "tuple2": (1, "a"),
    "tuple3": (1, "a", None),
    "tuple4": (1, 2, 3, 4),
    "dict": {"lr": 0.1, "deep": {"a": [1, 2.5, None, True, "x"]}, "empty": {}},
    "keys": {1: "int", True: "replaces 1", None: "none", 1.5: "float"},
    "shared": [shared, shared, {"again": shared}],
    "many_memos": [str(i) for i in range(300)] * 2,
}
SETS = {"set": {3}, "frozenset": frozenset(["a"]), "empty_set": set()}
FOREIGN = {
    "decimal": decimal.Decimal("1.5"),
    "date": [datetime.date(2026, 1, 2)],
    "ordered": collections.OrderedDict(a=1),
    "complex": 1j,
    "function": json.dumps,
    "class": Point,
    "object": {"p": Point()},
    "range": range(3),
    "error": ValueError("bad"),
}


def plain(value):
    if isinstance(value, (set, frozenset, tuple, list)):
        return [plain(item) for item in value]
    return {key: plain(item) for key, item in value.items()} if isinstance(value, dict) else value


def lines():
    for protocol in range(2, 6):
        for name, value in PLAIN.items():
            yield name, protocol, value, json.dumps(plain(value))
        for name, value in FOREIGN.items():
            yield name, protocol, value, "!"
        if protocol >= 4:
            for name, value in SETS.items():
                yield name, protocol, value, json.dumps(plain(value))


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "pickles.tsv"), "w", encoding="utf-8") as out:
    for name, protocol, value, expected in lines():
        written = base64.b64encode(pickle.dumps(value, protocol)).decode()
        out.write(f"{name}\t{protocol}\t{written}\t{expected}\n")
