"""Content bent into awkward shapes: what a layout meets on a bad day, made from what it meets on a good one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final

Content = Mapping[str, object]
_MANY: Final = 5
_LONG: Final = 3_000  # characters
_ODD: Final = " < > & \" ' {{ }} \N{EM DASH} \u0633\u0644\u0627\u0645 \N{FAMILY}"


def awkward_cases(content: Content) -> Iterator[tuple[str, Content]]:
    """Yield content in each shape with what is awkward about it, as it goes after "with": "every list empty"."""
    yield "every list empty", _bent(content, items=lambda items: [])
    yield "one entry in every list", _bent(content, items=lambda items: items[:1])
    yield f"{_MANY} entries in every list", _bent(content, items=_many)
    yield "very long text", _bent(content, text=lambda text: text * (_LONG // len(text) + 1))
    yield "signs such as < and & in the text", _bent(content, text=lambda text: text + _ODD)
    yield "nothing recorded", _bent(content, text=lambda text: None)


def with_nothing_recorded(content: Content, may_lack: Collection[str]) -> Content:
    """Return content without a value in any of the fields that may lack one, named without `[]`: `decisions.why`."""
    return _lacking(content, frozenset(may_lack), "")


def _bent(
    content: Content,
    *,
    text: Callable[[str], object] = lambda text: text,
    items: Callable[[list[object]], list[object]] = lambda items: items,
) -> Content:
    def bend(value: object) -> object:
        match value:
            case str() if " " in value:  # prose, not a word that a layout chooses by, nor a colour
                return text(value)
            case Mapping():
                return {name: bend(item) for name, item in value.items()}
            case list() | tuple():
                return [bend(item) for item in items(list(value))]
        return value

    return {name: bend(value) for name, value in content.items()}


def _many(items: list[object]) -> list[object]:
    return [items[number % len(items)] for number in range(max(_MANY, len(items)))] if items else []


def _lacking(group: Content, may_lack: frozenset[str], above: str) -> Content:
    kept: dict[str, object] = {}
    for name, value in group.items():
        path = f"{above}.{name}" if above else name
        match value:
            case list() | tuple():
                kept[name] = [_lacking(item, may_lack, path) if isinstance(item, Mapping) else item for item in value]
            case _ if path in may_lack:
                kept[name] = None
            case Mapping():
                kept[name] = _lacking(value, may_lack, path)
            case _:
                kept[name] = value
    return kept
