import collections


def lists(items, other):
    for item in items:
        if item:
            items.remove(item)
            #^ items.remove(item)
    for i, item in enumerate(items):
        if not item:
            del items[i]
            #^ del items[i]
        elif item > 3:
            items.pop(i)
            #^ items.pop(i)
    for item in items:
        items.append(item * 2)
        #^ items.append(item * 2)
    for item in items:
        items.insert(0, item)
        #^ items.insert(0, item)


def dicts():
    ages = {"ann": 3}
    for name in ages:
        if name.startswith("a"):
            del ages[name]
            #^ del ages[name]
    for name, age in ages.items():
        ages.pop(name)
        #^ ages.pop(name)
    for name in ages.keys():
        ages[name.upper()] = 1
        #^ ages[name.upper()] = 1


def sets():
    seen = {1, 2}
    for number in seen:
        seen.add(number + 1)
        #^ seen.add(number + 1)
        seen.discard(number)
        #^ seen.discard(number)


def queues():
    queue = collections.deque([1])
    for task in queue:
        queue.append(task)
        #^ queue.append(task)


class Registry:
    def __init__(self):
        self.handlers = collections.OrderedDict()

    def prune(self):
        for name in self.handlers:
            if self.handlers[name] is None:
                self.handlers.pop(name)
                #^ self.handlers.pop(name)


def nested(rows):
    for row in rows:
        for cell in row:
            if cell:
                rows.remove(row)
                #^ rows.remove(row)
                break


def copies(items, ages):
    for item in list(items):
        items.remove(item)
    for item in items[:]:
        items.remove(item)
    for item in items.copy():
        items.remove(item)
    for item in sorted(items):
        items.remove(item)
    for name in list(ages.items()):
        ages.pop(name)
    for item in reversed(items):
        items.remove(item)


def leaves(items):
    for item in items:
        if item == 3:
            items.remove(item)
            break
    for item in items:
        items.remove(item)
        return item
    for item in items:
        if item:
            items.remove(item)
        else:
            items.insert(0, item)
        break
    for item in items:
        for part in item:
            items.remove(item)
            raise ValueError


def values_only():
    ages = {"ann": 3}
    for name in ages:
        ages[name] = 4
    for name, age in ages.items():
        ages[name] = age + 1
    items = [1]
    for i, item in enumerate(items):
        items[i] = item + 1


def provoked(test, seen):
    with test.assertRaises(RuntimeError):
        for item in seen.keys():
            del seen[item]
    try:
        for item in seen.keys():
            del seen[item]
    except RuntimeError:
        pass


def others(items, other):
    for item in items:
        other.remove(item)
        item.append(3)
        items.index(item)
        other.items.append(item)

        def later():
            items.remove(item)


def parts_only(rows, seen, index):
    for row in rows:
        del rows[0][1]
    for key in seen:
        del index[seen[key]]
    for key in seen.keys():
        other = key.upper()
        if other in seen and key:
            seen[other] = key
    for key in seen.keys():
        if seen[key.lower()]:
            seen[key.lower()] = None


def returned(items):
    for i, item in enumerate(items):
        if item:
            return items.pop(i)
    for item in items:
        raise LookupError(items.pop())


def rebound(items):
    for item in items:
        items = [n for n in items if n != item]
        items.append(3)


def rebound_otherwise(items, self):
    for item in items:
        for items, n in item:
            items.remove(n)
    for name in self.ages.items():
        match name:
            case [self]:
                self.ages.pop(name)
    for name, self.rows in self.rows.items():
        self.rows.pop(name)


def pairs(ages):
    for pair in ages.items():
        ages[pair[0]] = 2
    for pair in ages.items():
        ages[pair[1]] = 2
        #^ ages[pair[1]] = 2
    for names in ages.keys():
        ages[names[0]] = 2
        #^ ages[names[0]] = 2


def grown(items):
    for item in items:
        items += [item]
        items.remove(item)
        #^ items.remove(item)


class Custom:
    def walk(self, db: "Database"):
        pool = Pool()
        for job in pool:
            pool.remove(job)


class Pool(list):
    pass


class Mailbox:
    def clear(self):
        for key in self.keys():
            self.discard(key)
        for message in self:
            self.remove(message)


def own_key(stock, ages):
    for name in stock.keys():
        stock.setdefault(name, 0)
        stock.update({name: 1})
        stock.setdefault(name.upper(), 0)
        #^ stock.setdefault(name.upper(), 0)
    for name, age in ages.items():
        ages.update({name: age, "b": 10})
        #^ ages.update({name: age, "b": 10})
        ages.update({name: age}, b=10)
        #^ ages.update({name: age}, b=10)
        ages.update({**stock})
        #^ ages.update({**stock})


def by_value(items):
    for i, item in enumerate(items):
        if i and not item:
            items.remove(item)
            #^ items.remove(item)
