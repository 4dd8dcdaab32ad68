"""Whether templates take texts that tell (see `told`) for what they are: they print them, or see whether there are any.

A template that shortens a title, compares it or makes an address of it would have to be rendered again when only the
title changes. So would one that hands an article, or what has its title, to a function of which nobody knows what that
reads. What is not plainly printed is taken for one of these. Whatever has one of their names may be such a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from jinja2 import TemplateError, nodes
from jinja2.filters import FILTERS
from jinja2.nodes import Node
from jinja2.tests import TESTS
from pelican.utils import DateFormatter

from .opaque import Templates
from .told import NAMES

READING = frozenset(("attr", "pprint", "string", "tojson"))
"""Filters of Jinja's own that may read anything of what they get."""
ESCAPING = ("e", "escape")
UNFORESEEN = (nodes.CallBlock, nodes.FilterBlock, nodes.AssignBlock, nodes.Import)
"""What is printed in these, or by them, goes ways that are not followed here."""
FUNCTIONS = ("range", "super")
NAMED = re.compile(r"[\s.,]+")
"""Between the names of attributes, as filters take them."""
METHODS = ("endswith", "get", "startswith")
"""Of texts and tables, which read nothing of what they are given."""
Check = Callable[[str, Node], bool]


def only_printed(templates: Templates, starts: Iterable[str]) -> bool:
    """Whether templates, and all that they are made of, only print such texts."""
    try:
        names: set[str] = set()
        for start in starts:
            reached = templates.reached(start)
            if reached is None:
                return False
            names |= reached
        if any(map(templates.hands_on, names)) or not isinstance(templates.env.autoescape, bool):
            return False
        return _Uses(templates, sorted(names)).are_plain()
    except (TemplateError, TypeError, ValueError, OSError, KeyError, RecursionError):
        return False


@dataclass(slots=True)
class _Uses:
    """What some templates do with them. `told` are the names under which they are found: more may turn up."""

    templates: Templates
    names: list[str]
    seen: set[tuple[str, ...]] = field(default_factory=set)
    told: set[str] = field(default_factory=lambda: set(NAMES))

    def are_plain(self) -> bool:
        known = 0
        while known < len(self.told):
            known = len(self.told)
            if not all(self._is_plain(name, node) for name in self.names for node in self._all(name)):
                return False
        return True

    def _all(self, name: str) -> Iterator[Node]:
        tree = self.templates.tree(name)
        yield tree
        yield from tree.find_all(Node)

    def _parent(self, node: Node) -> Node:
        return self.templates.parents[id(node)]

    def _is_plain(self, template: str, node: Node) -> bool:
        env = self.templates.env
        match node:
            case nodes.Filter():
                known = env.filters.get(node.name)
                is_own = known is FILTERS.get(node.name) and node.name not in READING
                return is_own or isinstance(known, DateFormatter)
            case nodes.Test():
                return env.tests.get(node.name) is TESTS.get(node.name)
            case nodes.Call():
                return self._is_plain_call(template, node)
            case nodes.EvalContextModifier():  # {% autoescape … %}
                said = {each.key: each.value for each in node.options}
                escapes = said.pop("autoescape", None)
                return not said and isinstance(escapes, nodes.Const) and escapes.value is env.autoescape
            case nodes.Const(value=str(text)) if not self.told.isdisjoint(NAMED.split(text)):
                parent = self._parent(node)
                return isinstance(parent, nodes.Pair) and parent.key is node
            case nodes.Getitem(node=held, arg=arg):
                is_table = isinstance(held, nodes.Name) and held.name.isupper()  # a setting, or what a plugin calls so
                return is_table or isinstance(arg, nodes.Const | nodes.Slice)
            case nodes.Template():
                macros = [each.name for each in node.find_all(nodes.Macro)]
                return len(macros) == len(set(macros))
            case nodes.Getattr(attr=name) if name in self.told:
                return self._is_printed(template, node)
            case nodes.Pair(key=nodes.Const(value=str(name))) if name in self.told:
                return self._is_kept(template, self._parent(node))
        return not isinstance(node, UNFORESEEN)

    # --- calls -------------------------------------------------------------------------------------------

    def _is_plain_call(self, template: str, call: nodes.Call) -> bool:
        if call.dyn_args is not None or call.dyn_kwargs is not None:
            return False
        given = [*call.args, *(keyword.value for keyword in call.kwargs)]
        match call.node:
            case nodes.Name(name=name) if name == "loop" or self._macro(template, call) is not None:
                return self._ends_in_output(call)
            case nodes.Name(name=name):
                return name in FUNCTIONS
            case nodes.Getattr(attr=attribute):
                return attribute in METHODS or all(isinstance(each, nodes.Const) for each in given)
        return False

    def _macro(self, template: str, call: nodes.Call) -> tuple[str, nodes.Macro] | None:
        if not isinstance(call.node, nodes.Name):
            return None
        at, name = self.templates.imported(template, call.node.name)
        found = next((each for each in self.templates.tree(at).find_all(nodes.Macro) if each.name == name), None)
        return (at, found) if found is not None else None

    def _ends_in_output(self, node: Node) -> bool:
        """Whether what a macro prints is printed, and nothing else done with it."""
        parent = self._parent(node)
        if isinstance(parent, nodes.CondExpr):
            return parent.test is not node and self._ends_in_output(parent)
        return isinstance(parent, nodes.Output) and not self.templates.is_captured(parent)

    # --- texts -------------------------------------------------------------------------------------------

    def _is_printed(self, template: str, node: Node) -> bool:
        """Whether the value of an expression is only printed whole, or looked at for whether it is there."""
        parent = self._parent(node)
        match parent:
            case nodes.Output():
                return not self.templates.is_captured(parent)
            case nodes.If() | nodes.Not():
                return True
            case nodes.CondExpr():
                return parent.test is node or self._is_printed(template, parent)
            case nodes.And() | nodes.Or():
                return self._is_printed(template, parent)
            case nodes.Filter():
                is_escaped = parent.name in ESCAPING and self.templates.env.autoescape is True
                return is_escaped and self._is_printed(template, parent)
            case nodes.Pair():
                return parent.value is node and self._is_named(parent.key)
            case nodes.Call() | nodes.Keyword():
                return self._is_taken(template, node, parent, self._is_printed)
        return False

    def _is_named(self, key: Node) -> bool:
        """Whether a text is kept under a name, under which it will be looked for from now on."""
        if not isinstance(key, nodes.Const) or not isinstance(key.value, str):
            return False
        self.told.add(key.value)
        return True

    def _is_kept(self, template: str, node: Node) -> bool:
        """Whether a value that has a title is only asked for what is in it."""
        parent = self._parent(node)
        match parent:
            case nodes.Getattr() | nodes.If() | nodes.Not():
                return True
            case nodes.CondExpr():
                return parent.test is node or self._is_kept(template, parent)
            case nodes.Assign(target=nodes.Name(name=name)):
                return self._is_handled_well(("kept", name), self._is_kept)
            case nodes.Call() | nodes.Keyword():
                return self._is_taken(template, node, parent, self._is_kept)
        return False

    def _is_handled_well(self, key: tuple[str, str], is_well: Check) -> bool:
        """Whether everything that uses a name which was assigned does so; templates share their names."""
        if key in self.seen:
            return True
        self.seen.add(key)
        return all(is_well(at, node) for at in self.names for node in self._loads(self.templates.tree(at), key[1]))

    def _is_taken(self, template: str, node: Node, parent: Node, is_well: Check) -> bool:
        """Whether the macro that gets a value does so."""
        call = self._parent(parent) if isinstance(parent, nodes.Keyword) else parent
        if not isinstance(call, nodes.Call) or call.node is node:
            return False
        found = self._macro(template, call)
        if found is None:
            return False
        at, macro = found
        names = [each.name for each in macro.args]
        if isinstance(parent, nodes.Keyword):
            name = parent.key
        else:
            place = next(number for number, each in enumerate(call.args) if each is node)
            name = names[place] if place < len(names) else ""
        if name not in names:
            return False
        key = (is_well.__name__, at, macro.name, name)
        if key in self.seen:
            return True
        self.seen.add(key)
        return all(is_well(at, each) for each in self._loads(macro, name))

    def _loads(self, node: Node, name: str) -> Iterator[nodes.Name]:
        return (each for each in node.find_all(nodes.Name) if each.name == name and each.ctx == "load")
