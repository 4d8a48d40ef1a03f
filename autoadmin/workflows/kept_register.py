"""Everybody whom the council knows, read once and kept until anybody is changed, by this process or another."""

from __future__ import annotations

from threading import Lock

from autoadmin.domain.addresses import Address
from autoadmin.drafting.register import Register, register_of
from autoadmin.store import Session
from autoadmin.store.stamps import Stamped


class KeptRegister:
    """The register of one store. Safe to use from many threads; never older than the transaction that asks for it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._register: tuple[tuple[str, str], Register] | None = None
        self._addresses: tuple[str, tuple[Address, ...]] | None = None

    def get(self, store: Session) -> Register:
        """Return the register as the records of a transaction stand. The stamps are read before what they stand for."""
        stamps = (store.stamps.get(Stamped.PEOPLE), store.stamps.get(Stamped.ADDRESSES))
        with self._lock:
            if self._register is None or self._register[0] != stamps:
                self._register = (stamps, self._read(store, stamps[1]))
            return self._register[1]

    def _read(self, store: Session, stamp: str) -> Register:
        if self._addresses is None or self._addresses[0] != stamp:
            self._addresses = (stamp, store.events.list_addresses())
        families = store.families.list()
        workers = [member.name for member in store.units.list_members()]
        workers += [family.worker for family in families if family.worker]
        return register_of(families, store.children.list_without_family(), self._addresses[1], workers)
