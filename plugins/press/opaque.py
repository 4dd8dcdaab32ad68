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
    sources: dict[str, str] = field(default_factory=dict)
    trees: dict[str, nodes.Template] = field(default_factory=dict)
    parents: dict[int, Node] = field(default_factory=dict)
    seen: set[tuple[str, str, str]] = field(default_factory=set)

    def only_print(self, attribute: str) -> bool:
        """Whether all templates only print this attribute, of whatever."""
        if any(self.env.filters.get(name) is not FILTERS[name] for name in LET_THROUGH):
            return False
        try:
            self.sources = {name: self._source(name) for name in self.env.list_templates()}
            return all(
                self._passes(name, node)
                for name, source in self.sources.items()
                if attribute in source
                for node in self._named(name, attribute)
            )
        except (TemplateError, TypeError, ValueError, OSError, KeyError, RecursionError):
            return False

    def _source(self, name: str) -> str:
        assert self.env.loader is not None
        return self.env.loader.get_source(self.env, name)[0]

    def _tree(self, name: str) -> nodes.Template:
        if name not in self.trees:
            self.trees[name] = self.env.parse(self.sources[name], name)
            self._note(self.trees[name])
        return self.trees[name]

    def _note(self, node: Node) -> None:
        for child in node.iter_child_nodes():
            self.parents[id(child)] = node
            self._note(child)

    def _named(self, name: str, attribute: str) -> Iterator[Node]:
        """Where an attribute is asked for, or its name is mentioned: a filter may ask for it."""
        tree = self._tree(name)
        yield from (node for node in tree.find_all(nodes.Getattr) if node.attr == attribute)
        yield from (node for node in tree.find_all(nodes.Const) if node.value == attribute)

    def _passes(self, template: str, node: Node) -> bool:
        """Whether the value of an expression is only printed."""
        parent = self.parents[id(node)]
        if isinstance(node, nodes.Const):
            return False
        if isinstance(parent, nodes.Output):
            return not self._is_captured(parent)
        if isinstance(parent, nodes.Filter):
            return parent.node is node and parent.name in LET_THROUGH and self._passes(template, parent)
        if isinstance(parent, nodes.Operand):
            return self._looks_for_tags(node, parent)
        if isinstance(parent, nodes.Call):
            return self._macro_prints(template, parent, node) and self._passes(template, parent)
        return False

    def _is_captured(self, node: Node) -> bool:
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

    def _macro_prints(self, template: str, call: nodes.Call, given: Node) -> bool:
        """Whether the macro that is called only prints what it is given here."""
        if not isinstance(call.node, nodes.Name) or call.dyn_args is not None or call.dyn_kwargs is not None:
            return False
        at, name = self._imported(template, call.node.name)
        macro = next((each for each in self._tree(at).find_all(nodes.Macro) if each.name == name), None)
        given_at = next((number for number, each in enumerate(call.args) if each is given), None)
        if macro is None or given_at is None or given_at >= len(macro.args):
            return False
        parameter = macro.args[given_at].name
        if (at, name, parameter) in self.seen:
            return True
        self.seen.add((at, name, parameter))
        read = [each for each in macro.find_all(nodes.Name) if each.name == parameter and each.ctx == "load"]
        return all(self._passes(at, each) for each in read)

    def _imported(self, template: str, name: str) -> tuple[str, str]:
        """The template in which a macro is, and its name there."""
        for each in self._tree(template).find_all(nodes.FromImport):
            for said in each.names:
                own, here = (said, said) if isinstance(said, str) else said
                if here == name and isinstance(each.template, nodes.Const):
                    return str(each.template.value), own
        return template, name
