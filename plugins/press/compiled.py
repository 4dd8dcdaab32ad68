"""Templates compiled once a process: Pelican gives every generator an environment of its own, which all compile anew.

Nothing of it is written anywhere: code that comes from a file would be run. A process that is forked for each build may
be told by one build what the next ones need (`fresh`, `learn`).
"""

from __future__ import annotations

import marshal
from base64 import b64decode, b64encode
from collections.abc import Mapping
from hashlib import blake2b
from types import CodeType

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from .called import calls_unknown

OPTIONS = (
    "block_start_string block_end_string variable_start_string variable_end_string comment_start_string "
    "comment_end_string line_statement_prefix line_comment_prefix trim_blocks lstrip_blocks newline_sequence "
    "keep_trailing_newline optimized sandboxed"
).split()
"""What decides, beside its text, what a template is compiled to."""
UNSHARED = ""
"""The key of a template that is compiled anew each time."""


class Compiled(BytecodeCache):
    """The code of templates, by where they are, their text, and the options of their environment."""

    def __init__(self) -> None:
        self.codes: dict[str, CodeType] = {}
        self.new: set[str] = set()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        if calls_unknown(environment, source):  # what it gives for a constant is compiled in
            return Bucket(environment, UNSHARED, "")
        key = blake2b(repr((name, filename, *said_by(environment), source)).encode("utf-8", "surrogatepass"))
        bucket = Bucket(environment, key.hexdigest(), "")
        bucket.code = self.codes.get(bucket.key)
        return bucket

    def set_bucket(self, bucket: Bucket) -> None:
        if bucket.code is not None and bucket.key != UNSHARED:
            self.codes[bucket.key] = bucket.code
            self.new.add(bucket.key)

    def attach(self, environment: Environment) -> None:
        """Let an environment share, if it is none of its own kind."""
        plain = type(environment) is Environment and not environment.is_async and environment.finalize is None
        if plain and environment.bytecode_cache is None:
            environment.bytecode_cache = self

    def fresh(self) -> dict[str, str]:
        """What was compiled here since the last time, as text."""
        found = {key: b64encode(marshal.dumps(self.codes[key])).decode() for key in sorted(self.new)}
        self.new.clear()
        return found

    def learn(self, fresh: Mapping[str, str]) -> None:
        """Take over what another process of the same Python compiled, which is trusted as one's own code is."""
        self.codes |= {key: marshal.loads(b64decode(code)) for key, code in fresh.items()}


def said_by(environment: Environment) -> list[object]:
    extensions = sorted(environment.extensions)
    return [*(getattr(environment, name) for name in OPTIONS), repr(environment.autoescape), extensions]


COMPILED = Compiled()
"""That of this process."""
