"""Weekly sales report: reads orders, groups them by customer, prints the best ones."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass
class Order:
    customer: str
    day: date
    cents: int


def read_orders(path: Path):
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield Order(row["customer"], date.fromisoformat(row["day"]), int(row["cents"]))


def add_order(order, orders=[]):
    orders.append(order)
    return orders


def group_by_customer(orders):
    groups = {}
    for order in orders:
        groups.setdefault(order.customer, []).append(order)
    return groups


def first_large(orders, cents=100_000):
    for order in orders:
        if order.cents >= cents:
            found = order
            break
    else:
        found = None
    if found == None:
        print("no large order this week")
    return found


def best_customers(orders, count=3):
    totals = {
        customer: sum(order.cents for order in bought)
        for customer, bought in group_by_customer(orders).items()
    }
    ranking = sorted(totals, key=totals.get, reverse=True)
    return ranking[:count]


if __name__ == "__main__":
    week = list(read_orders(Path("orders.csv")))
    for place, name in enumerate(best_customers(week), start=1):
        print(f"{place}. {name}")
