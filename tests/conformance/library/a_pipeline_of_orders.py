from __future__ import annotations
import asyncio, dataclasses, datetime as dt, decimal, json, statistics, operator, itertools, functools, collections, csv, io
from dataclasses import dataclass, field, asdict, astuple, replace, KW_ONLY, InitVar
from decimal import Decimal, ROUND_HALF_UP
from typing import AsyncIterator

RAW = """id,when,customer,amount,tags
1,2024-01-05T10:00:00,ada,19.99,a;b
2,2024-01-06T11:30:00+00:00,bob,5.005,
3,2024-02-01,ada,100,c
4,bad date,eve,1,
5,2024-02-29T23:59:59.5,bob,NaN,x
"""

@dataclass(order=True, frozen=True)
class Order:
    sort_index: tuple = field(init=False, repr=False, compare=True)
    id: int
    when: dt.datetime
    customer: str = field(compare=False)
    amount: Decimal = Decimal(0)
    _: KW_ONLY
    tags: frozenset[str] = frozenset()
    currency: InitVar[str] = "EUR"
    label: str = field(init=False, default="")

    def __post_init__(self, currency):
        object.__setattr__(self, "sort_index", (self.when, self.id))
        object.__setattr__(self, "label", f"{currency} {self.amount:,.2f}")
        if self.amount.is_nan():
            raise ValueError(f"order {self.id}: amount is not a number")

    @classmethod
    def parse(cls, row: dict) -> Order:
        return cls(int(row["id"]), dt.datetime.fromisoformat(row["when"]).replace(tzinfo=None), row["customer"],
                   Decimal(row["amount"]).quantize(Decimal("0.01"), ROUND_HALF_UP), tags=frozenset(filter(None, row["tags"].split(";"))))

async def source(text) -> AsyncIterator[dict]:
    for row in csv.DictReader(io.StringIO(text)):
        await asyncio.sleep(0.01)
        yield row

async def parse(rows, errors):
    async for row in rows:
        try:
            yield Order.parse(row)
        except (ValueError, decimal.InvalidOperation) as e:
            errors.append((row["id"], type(e).__name__, str(e)))

async def batch(it, n):
    out = []
    async for x in it:
        out.append(x)
        if len(out) == n:
            yield tuple(out)
            out.clear()
    if out:
        yield tuple(out)

async def main():
    errors, orders = [], []
    async for b in batch(parse(source(RAW), errors), 2):
        print("batch of", len(b), [o.label for o in b])
        orders += b
    for e in errors: print("error", *e, sep=" | ")
    for o in sorted(orders, reverse=True): print(o)
    by = collections.defaultdict(list)
    for o in orders: by[o.customer].append(o)
    for c, g in sorted(by.items()):
        print(f"{c:<6}{sum((o.amount for o in g), Decimal()):>10} {statistics.mean(float(o.amount) for o in g):.3f}")
    months = itertools.groupby(sorted(orders), key=lambda o: o.when.strftime("%Y-%m %b"))
    print({m: [o.id for o in g] for m, g in months})
    d = asdict(orders[0]); print(json.dumps(d, default=str, indent=1))
    print(astuple(orders[0])[1:3], [f.name for f in dataclasses.fields(Order)], hash(orders[0]) == hash(replace(orders[0], currency="EUR")))
    try:
        orders[0].id = 3
    except dataclasses.FrozenInstanceError as e:
        print(type(e).__mro__[1].__name__, e)
    try:
        replace(orders[0], amount=1)
    except Exception as e: print(type(e).__name__, e)
    @dataclass
    class Node:
        v: int
        kids: list[Node] = field(default_factory=list)
        def __iter__(self):
            yield self
            for k in self.kids: yield from k
    n = Node(1, [Node(2), Node(3, [Node(4)])]); n.kids.append(n)
    print(n)
    try:
        @dataclass
        class Bad:
            a: int = 1
            b: list = []
    except ValueError as e: print(e)
    try:
        Order(1)
    except TypeError as e: print(e)
    C = dataclasses.make_dataclass("C", [("x", int), ("y", int, field(default=5))], namespace={"add": lambda s: s.x + s.y})
    print(C(1), C(1).add(), C.__match_args__, dataclasses.is_dataclass(C))
asyncio.run(main())
