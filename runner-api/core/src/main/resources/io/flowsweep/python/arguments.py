"""Prints, as JSON, which arguments a script takes by argparse, and what it seems to print. The script is parsed, not run.

When it adds no argument itself, the modules beside it that it imports are looked at."""
import ast
import json
import os
import re
import sys

LOGGERS = {"print", "info", "debug", "warning", "write", "log", "echo", "set_postfix_str", "set_description"}
OTHERS = {
    "click": "click", "typer": "Typer", "fire": "Fire", "hydra": "Hydra", "absl": "absl", "docopt": "docopt", "tyro": "tyro",
    "simple_parsing": "simple_parsing", "jsonargparse": "jsonargparse", "tap": "Tap", "transformers": "transformers",
}
SKIPPED = {"help", "version"}
VALUE = r"(?:%[-+0-9.*]*[a-zA-Z]|\{[^{}]*\})"
PRINTED = re.compile(r"([A-Za-z_][\w/]*)[\"']?\s*[:=]\s*" + VALUE)


class Unknown(Exception):
    pass


def plain(value):
    """What JSON can say."""
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    if isinstance(value, (list, tuple, set, frozenset, range)):
        items = sorted(value, key=repr) if isinstance(value, (set, frozenset)) else value
        return [plain(item) for item in items]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise Unknown


class Script(ast.NodeVisitor):
    def __init__(self, text, file=""):
        self.text = text
        self.file = file
        self.names = {}
        self.found = []
        self.notes = []
        self.printed = {}
        self.imports = {}
        self.modules = []
        self.parsers = []
        self.exclusive = {}
        self.arguments_read = None
        self.defaults = {}
        self.aliases = set()
        self.subparsers = {}

    # --- values ---

    def value(self, node):
        """The value of an expression that can be told without running anything."""
        if isinstance(node, ast.Name):
            if node.id in self.names:
                return self.names[node.id]
            raise Unknown
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            items = []
            for each in node.elts:
                items.extend(self.value(each.value) if isinstance(each, ast.Starred) else [self.value(each)])
            return items
        if isinstance(node, ast.Dict):
            return {self.value(key): self.value(item) for key, item in zip(node.keys, node.values) if key is not None}
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd, ast.Not)):
            value = self.value(node.operand)
            return not value if isinstance(node.op, ast.Not) else -value if isinstance(node.op, ast.USub) else value
        if isinstance(node, ast.BinOp):
            return self.arithmetic(node)
        if isinstance(node, ast.Attribute):
            return self.attribute(node)
        if isinstance(node, ast.Call):
            return self.call(node)
        if isinstance(node, ast.Subscript):
            try:
                return self.value(node.value)[self.value(node.slice)]
            except (LookupError, TypeError):
                raise Unknown
        if isinstance(node, ast.JoinedStr):
            return "".join(
                str(self.value(part.value if isinstance(part, ast.FormattedValue) else part)) for part in node.values)
        try:
            return ast.literal_eval(node)
        except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
            raise Unknown

    def arithmetic(self, node):
        left, right = self.value(node.left), self.value(node.right)
        numbers = all(isinstance(each, (int, float)) for each in (left, right))
        try:
            if isinstance(node.op, ast.Add) and (numbers or type(left) is type(right)):
                return left + right
            if numbers and isinstance(node.op, ast.Sub):
                return left - right
            if numbers and isinstance(node.op, ast.Mult):
                return left * right
            if numbers and isinstance(node.op, ast.Div):
                return left / right
            if numbers and isinstance(node.op, ast.FloorDiv):
                return left // right
            if numbers and isinstance(node.op, ast.Pow) and abs(right) <= 64 and abs(left) <= 1024:
                return left ** right
            if numbers and isinstance(node.op, ast.LShift) and 0 <= right <= 64:
                return left << right
            if isinstance(node.op, ast.Div) and isinstance(left, str) and isinstance(right, str):
                return left.rstrip("/") + "/" + right  # of pathlib
        except (ArithmeticError, TypeError):
            pass
        raise Unknown

    def attribute(self, node):
        name = dotted(node)
        if name in self.names:
            return self.names[name]
        if name in ("math.inf", "np.inf", "numpy.inf", "torch.inf"):
            return float("inf")
        if name == "math.pi":
            return 3.141592653589793
        raise Unknown

    def call(self, node):
        name = dotted(node.func)
        arguments = [self.value(each) for each in node.args]
        last = name.rsplit(".", 1)[-1]
        if last in ("Path", "PurePath", "str", "float", "int") and len(arguments) == 1:
            try:
                return {"float": float, "int": int}.get(last, str)(arguments[0])
            except (ValueError, TypeError):
                raise Unknown
        if name in ("os.path.join",) and arguments and all(isinstance(each, str) for each in arguments):
            return "/".join(arguments)
        if name in ("list", "tuple", "sorted") and len(arguments) == 1 and isinstance(arguments[0], (list, dict)):
            return sorted(arguments[0]) if name == "sorted" else list(arguments[0])
        if name == "range" and arguments and all(isinstance(each, int) for each in arguments):
            values = range(*arguments)
            if len(values) <= 100:
                return list(values)
        if isinstance(node.func, ast.Attribute) and last in ("keys", "split") and not arguments:
            owner = self.value(node.func.value)
            return list(owner) if isinstance(owner, dict) else owner.split() if isinstance(owner, str) else fail()
        raise Unknown

    # --- what is looked at ---

    def visit_Import(self, node):
        for alias in node.names:
            self.imports.setdefault(alias.name.split(".")[0], node.lineno)
            self.modules.append(alias.name)

    def visit_ImportFrom(self, node):
        if node.module and not node.level:
            self.imports.setdefault(node.module.split(".")[0], node.lineno)
        module = (node.module or "").strip(".")
        self.modules.append(module)
        self.modules.extend((module + "." if module else "") + alias.name for alias in node.names)

    def visit_Attribute(self, node):
        if dotted(node) == "sys.argv" and self.arguments_read is None:
            self.arguments_read = node.lineno
        self.generic_visit(node)

    def remember(self, name, node):
        try:
            self.names[name] = self.value(node)
        except Unknown:
            self.names.pop(name, None)

    def visit_Assign(self, node):
        for target in node.targets:
            if isinstance(node.value, ast.Call):
                self.parser(dotted(target), node.value)
            if isinstance(target, ast.Name):
                if isinstance(node.value, ast.Attribute) and node.value.attr == "add_argument":
                    self.aliases.add(target.id)
                else:
                    self.remember(target.id, node.value)
        self.generic_visit(node)

    def parser(self, name, call):
        """What a name stands for that a part of a parser is given."""
        owner, _, called = dotted(call.func).rpartition(".")
        if called == "add_parser":
            self.subparsers[name] = self.first(call)
        elif called in ("add_argument_group", "add_mutually_exclusive_group"):
            if owner in self.subparsers:
                self.subparsers[name] = self.subparsers[owner]
            if called == "add_mutually_exclusive_group":
                words = {each.arg: each.value for each in call.keywords}
                required = self.known(words.get("required"), False) is True
                self.exclusive[name] = {"line": call.lineno, "required": required}
            else:
                self.exclusive.pop(name, None)

    def visit_AnnAssign(self, node):
        if isinstance(node.target, ast.Name) and node.value is not None:
            self.remember(node.target.id, node.value)
        self.generic_visit(node)

    def visit_ClassDef(self, node):
        for each in node.body:  # an enumeration, or a class of settings
            if isinstance(each, ast.Assign) and len(each.targets) == 1 and isinstance(each.targets[0], ast.Name):
                self.remember(node.name + "." + each.targets[0].id, each.value)
                self.remember(node.name + "." + each.targets[0].id + ".value", each.value)
        self.generic_visit(node)

    def visit_Call(self, node):
        called = node.func
        if isinstance(called, ast.Attribute) and called.attr == "add_argument":
            owner = dotted(called.value)
            self.argument(node, self.subparsers.get(owner), self.exclusive.get(owner))
        elif dotted(called).rsplit(".", 1)[-1].endswith("ArgumentParser"):
            words = {each.arg: each.value for each in node.keywords}
            if self.known(words.get("add_help"), True) is not False:  # else it is a part of others
                self.parsers.append(node.lineno)
        elif isinstance(called, ast.Name) and called.id in self.aliases:
            self.argument(node, None)
        elif isinstance(called, ast.Attribute) and called.attr == "set_defaults":
            for keyword in node.keywords:
                try:
                    self.defaults[keyword.arg] = plain(self.value(keyword.value))
                except Unknown:
                    pass
        last = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if last in LOGGERS:
            self.prints(node.args)
        self.generic_visit(node)

    def prints(self, parts):
        """Names before values in a text that is printed."""
        text = " ".join(printed(part) for part in parts)
        names = PRINTED.findall(text)
        source = "stdout" if not text.startswith("flowsweep ") else "reported" if "step" in names else "artifact"
        for name in names:
            self.printed.setdefault(name, source)

    def first(self, call):
        try:
            return str(self.value(call.args[0]))
        except (Unknown, IndexError):
            return "?"

    # --- arguments ---

    def argument(self, node, command, exclusive=None):
        try:
            names = [self.value(each) for each in node.args]
        except Unknown:
            names = []
        if not names or not all(isinstance(name, str) and re.fullmatch(r"-{0,2}[^\s=]+", name) for name in names):
            self.note(node, "an argument whose name is not a constant is left out")
            return
        words = {each.arg: each.value for each in node.keywords if each.arg}
        if any(each.arg is None for each in node.keywords):
            self.note(node, names[-1] + " takes some of its settings from elsewhere, which are not looked at")
        dest = self.known(words.get("dest"), None)
        long = [name for name in names if name.startswith("--")] or names
        argument = {
            "name": next((name for name in long if name.lstrip("-").replace("-", "_") == dest), long[0]),
            "line": node.lineno,
            "action": self.word(words.get("action"), "store"),
            "type": self.word(words.get("type"), ""),
            "required": self.known(words.get("required"), False) is True,
            "nargs": self.known(words.get("nargs"), None),
            "help": " ".join(str(self.known(words.get("help"), "")).split()),
            "command": command,
            "exclusive": exclusive,
            "file": self.file,
        }
        if argument["action"] in SKIPPED or self.known(words.get("action"), "") in SKIPPED:
            return
        argument["dest"] = dest or argument["name"].lstrip("-").replace("-", "_")
        argument["choices"] = self.choices(words.get("choices"))
        for key in ("default", "const"):
            if key in words:
                try:
                    argument[key] = plain(self.value(words[key]))
                except Unknown:
                    argument[key + "Text"] = self.source(words[key])
        self.found.append(argument)

    def choices(self, node):
        if node is None:
            return []
        try:
            values = plain(self.value(node))
            return list(values) if isinstance(values, (list, dict)) else list(str(values))
        except Unknown:
            return []

    def known(self, node, default):
        try:
            return default if node is None else plain(self.value(node))
        except Unknown:
            return default

    def word(self, node, default):
        """The last word of a name, or the text of a constant."""
        if node is None:
            return default
        if isinstance(node, ast.Lambda):
            return "lambda"
        if isinstance(node, (ast.Name, ast.Attribute)):
            return dotted(node).rsplit(".", 1)[-1]
        value = self.known(node, None)
        return value if isinstance(value, str) else dotted(getattr(node, "func", node)).rsplit(".", 1)[-1] or "?"

    def source(self, node):
        text = ast.get_source_segment(self.text, node) or "?"
        return " ".join(text.split())

    def note(self, node, text):
        self.notes.append({"line": node.lineno, "text": text, "file": self.file})

    def result(self):
        for argument in self.found:
            if argument["dest"] in self.defaults:
                argument["default"] = self.defaults[argument["dest"]]
                argument.pop("defaultText", None)
        if len(self.parsers) > 1:
            lines = " and ".join(map(str, sorted(self.parsers)))
            self.notes.append({
                "line": min(self.parsers), "file": self.file,
                "text": "the script has several parsers, in lines " + lines + "; the arguments of all are in the file"})
        others = [{"name": OTHERS[name], "line": line} for name, line in self.imports.items() if name in OTHERS]
        if self.arguments_read is not None and not others:
            others.append({"name": "sys.argv", "line": self.arguments_read})
        return {
            "arguments": sorted(self.found, key=lambda argument: argument["line"]),
            "notes": self.notes,
            "printed": self.printed,
            "others": sorted(others, key=lambda other: other["line"]),
        }


def printed(node):
    """A text with {} for what only a run can tell."""
    if isinstance(node, ast.JoinedStr):
        return "".join("{}" if isinstance(part, ast.FormattedValue) else printed(part) for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return printed(node.left)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return printed(node.func.value)
    if isinstance(node, ast.Call) and dotted(node.func) in ("json.dumps", "dumps") and node.args:
        return keys(node.args[0])
    value = getattr(node, "value", None)
    return value if isinstance(value, str) else "{}"


def keys(node):
    """The text of a dict as JSON, as far as it is written out."""
    if not isinstance(node, ast.Dict):
        return "{}"
    return ", ".join('"' + key.value + '": {}' for key in node.keys if isinstance(getattr(key, "value", None), str))


def dotted(node):
    if isinstance(node, ast.Name):
        return node.id
    return dotted(node.value) + "." + node.attr if isinstance(node, ast.Attribute) else ""


def fail():
    raise Unknown


def parsed(path, name=""):
    import tokenize
    with tokenize.open(path) as file:
        text = file.read()
    script = Script(text, name)
    script.visit(ast.parse(text))
    return script


def imported(script, folder):
    """The files of modules that stand beside the script."""
    for module in script.modules:
        stem = os.path.join(folder, *module.split("."))
        for path in (stem + ".py", os.path.join(stem, "__init__.py")):
            if module and os.path.isfile(path):
                yield path


def elsewhere(script, folder):
    """The first of the modules that it imports, or they do, which adds arguments."""
    seen = set()
    waiting = list(imported(script, folder))
    while waiting and len(seen) < 50:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        try:
            module = parsed(path, os.path.relpath(path, folder))
        except (OSError, SyntaxError, ValueError, RecursionError):
            continue
        if module.found:
            return module
        waiting.extend(imported(module, folder))
    return None


def main():
    try:
        script = parsed(sys.argv[1])
    except SyntaxError as e:
        print(json.dumps({"fault": e.msg, "line": e.lineno or 1}))
        return
    except (UnicodeDecodeError, ValueError, RecursionError) as e:
        print(json.dumps({"fault": str(e), "line": 1}))
        return
    result = script.result()
    module = None if script.found else elsewhere(script, os.path.dirname(sys.argv[1]))
    if module:
        found = module.result()
        result["arguments"] = found["arguments"]
        result["notes"] += found["notes"]
    print(json.dumps(result))


main()
