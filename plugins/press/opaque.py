"""Whether templates take an attribute of an article for what it is: they print it, or look for tags in it.

A template that counts its characters, or prints a part of it elsewhere, would have to be rendered again when only
words of it change. What is not plainly one of the two is taken for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment, TemplateError, nodes
from jinja2.filters import FILTERS
from jinja2.nodes import Node

TAG = re.compile(r"</?[^<>]*>?")
"""What is in a text wherever the tags are that have it."""
LET_THROUGH = ("safe", "default", "d")
"""Filters that give what they get."""
CAPTURES = (nodes.AssignBlock, nodes.FilterBlock, nodes.CallBlock)
"""What is printed in these is not yet on the page."""


@dataclass(slots=True)
class Templates:
    """The templates of an environment, as they are looked through."""

    env: Environment
    trees: dict[str, nodes.Template] = field(default_factory=dict)
    parents: dict[int, Node] = field(default_factory=dict)
    seen: set[tuple[str, str, str, bool]] = field(default_factory=set)

    def only_print(self, attribute: str, start: str) -> bool:
        """Whether a template, and all that it is made of, only prints this attribute, of whatever."""
        if any(self.env.filters.get(name) is not FILTERS[name] for name in LET_THROUGH):
            return False
        try:
            names = self.reached(start)
            if names is None or any(self.hands_on(name) for name in names):
                return False
            return all(self._passes(name, node) for name in names for node in self._named(name, attribute))
        except (TemplateError, TypeError, ValueError, OSError, KeyError, RecursionError):
            return False

    def reached(self, start: str) -> set[str] | None:
        """The templates that a page of this one may be made of; None if that depends on something."""
        found, left = {start}, [start]
        while left:
            for each in self.tree(left.pop()).find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
                if not isinstance(each.template, nodes.Const) or not isinstance(each.template.value, str):  # type: ignore[attr-defined]
                    return None
                name = each.template.value  # type: ignore[attr-defined]
                if name not in found:
                    found.add(name)
                    left.append(name)
        return found

    def _source(self, name: str) -> str:
        assert self.env.loader is not None
        return self.env.loader.get_source(self.env, name)[0]

    def tree(self, name: str) -> nodes.Template:
        if name not in self.trees:
            self.trees[name] = self.env.parse(self._source(name), name)
            self._note(self.trees[name])
        return self.trees[name]

    def _note(self, node: Node) -> None:
        for child in node.iter_child_nodes():
            self.parents[id(child)] = node
            self._note(child)

    def _named(self, name: str, attribute: str) -> Iterator[Node]:
        """Where an attribute is asked for, or its name is mentioned: a filter may ask for it."""
        tree = self.tree(name)
        yield from (node for node in tree.find_all(nodes.Getattr) if node.attr == attribute)
        yield from (node for node in tree.find_all(nodes.Const) if node.value == attribute)

    def hands_on(self, name: str) -> bool:
        """Whether what a whole block or template prints may become part of an expression."""
        tree = self.tree(name)
        whole = (nodes.Include, nodes.Block)
        if any(next(each.find_all(whole), None) is not None for each in tree.find_all(CAPTURES)):
            return True
        own = (each for each in tree.find_all(nodes.Name) if each.name in ("self", "super") and each.ctx == "load")
        return not all(self._is_printed_super(each) for each in own)

    def _is_printed_super(self, node: nodes.Name) -> bool:
        call = self.parents[id(node)]
        output = self.parents[id(call)]
        is_called = node.name == "super" and isinstance(call, nodes.Call)
        return is_called and isinstance(output, nodes.Output) and not self.is_captured(output)

    def _passes(self, template: str, node: Node, is_safe: bool = False) -> bool:
        """Whether the value of an expression is only printed, as it is: `is_safe` if nothing escapes it."""
        parent = self.parents[id(node)]
        if isinstance(node, nodes.Const) or (isinstance(node, nodes.Getattr) and self._is_in_macro(node)):
            return False
        if isinstance(parent, nodes.Output):
            return not self.is_captured(parent) and (is_safe or not self.env.autoescape)
        if isinstance(parent, nodes.Filter):
            lets_through = parent.node is node and parent.name in LET_THROUGH
            return lets_through and self._passes(template, parent, is_safe or parent.name == "safe")
        if isinstance(parent, nodes.Operand):
            return self._looks_for_tags(node, parent)
        if isinstance(parent, nodes.Call):
            return self._macro_prints(template, parent, node, is_safe) and self._passes(template, parent, True)
        return False

    def _is_in_macro(self, node: Node) -> bool:
        """Then whoever calls the macro gets what it prints, and may do more with it."""
        while not isinstance(node, nodes.Template):
            node = self.parents[id(node)]
            if isinstance(node, nodes.Macro):
                return True
        return False

    def is_captured(self, node: Node) -> bool:
        while not isinstance(node, nodes.Template | nodes.Macro):
            node = self.parents[id(node)]
            if isinstance(node, CAPTURES):
                return True
        return False

    def _looks_for_tags(self, node: Node, operand: nodes.Operand) -> bool:
        compared = self.parents[id(operand)]
        if not isinstance(compared, nodes.Compare) or operand.op not in ("in", "notin") or len(compared.ops) > 1:
            return False
        looked_for = compared.expr
        is_text = isinstance(looked_for, nodes.Const) and isinstance(looked_for.value, str)
        return is_text and TAG.fullmatch(looked_for.value) is not None  # type: ignore[attr-defined]

    def _macro_prints(self, template: str, call: nodes.Call, given: Node, is_safe: bool) -> bool:
        """Whether the macro that is called only prints what it is given here."""
        if not isinstance(call.node, nodes.Name) or call.dyn_args is not None or call.dyn_kwargs is not None:
            return False
        at, name = self.imported(template, call.node.name)
        macro = next((each for each in self.tree(at).find_all(nodes.Macro) if each.name == name), None)
        given_at = next((number for number, each in enumerate(call.args) if each is given), None)
        if macro is None or given_at is None or given_at >= len(macro.args):
            return False
        parameter = macro.args[given_at].name
        if (at, name, parameter, is_safe) in self.seen:
            return True
        self.seen.add((at, name, parameter, is_safe))
        read = [each for each in macro.find_all(nodes.Name) if each.name == parameter and each.ctx == "load"]
        return all(self._passes(at, each, is_safe) for each in read)

    def imported(self, template: str, name: str) -> tuple[str, str]:
        """The template in which a macro is, and its name there."""
        for each in self.tree(template).find_all(nodes.FromImport):
            for said in each.names:
                own, here = (said, said) if isinstance(said, str) else said
                if here == name and isinstance(each.template, nodes.Const):
                    return str(each.template.value), own
        return template, name
