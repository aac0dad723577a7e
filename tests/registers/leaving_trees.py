"""Registers out and in again, in a tree of its own."""

import io

from heritage.registers.columns import recognise
from heritage.registers.leaving import Choice, register_leave
from heritage.registers.models import RegisterImport
from heritage.registers.planning import Plan, PlanOptions, plan_make
from heritage.registers.reading import register_open
from heritage.registers.writing.beginning import import_begin
from heritage.registers.writing.bringing import import_write


def out(form: str = "csv", **choice) -> bytes:
    """A register of all pages, or of what is chosen."""
    return b"".join(register_leave(choice=Choice(**choice), form=form).stream())


def planned(file: bytes, **options) -> Plan:
    register = register_open(io.BytesIO(file), name="register")
    mapping = recognise(register.headers, register.samples)
    return plan_make(
        rows=register.rows(), mapping=mapping, options=PlanOptions(anywhere=True, **options)
    )


def bring(file: bytes, **options) -> Plan:
    """Bring a register in; none of its rows may be refused."""
    plan = planned(file, **options)
    assert not plan.refused, [str(reason) for row in plan.refused for reason in row.reasons]
    record = import_begin(
        name="register", file_hash=str(hash(file)), options={}, scope=RegisterImport.Scope.ALL
    )
    import_write(record=record, plan=plan)
    return plan
