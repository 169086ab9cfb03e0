import _thread
import functools
import threading
from concurrent.futures import ThreadPoolExecutor


def collected(names):
    actions = []
    for name in names:
        actions.append(lambda name=name: print(name))
        #^ name
    return actions


def nested_function(names):
    actions = {}
    for name in names:
        def show(prefix, name=name):
            print(prefix, name)
            #^ name

        actions[name] = show
    return actions


def comprehensions(names):
    a = [lambda name=name: name for name in names]
    #^ name
    b = {name: lambda name=name: name for name in names}
    #^ name
    c = {n: (lambda x, n=n: x * n) for n in range(3)}
    #^ n
    return a, b, c


def body_assigned(names, actions):
    while names:
        current = names.pop()
        actions.append(lambda *args, current=current: current)
        #^ current


def threads(names):
    for name in names:
        threading.Thread(target=lambda name=name: print(name)).start()
        #^ name
        _thread.start_new_thread(lambda name=name: print(name), ())
        #^ name


def waits_too_short(names):
    for name in names:
        thread = threading.Thread(target=lambda name=name: print(name))
        #^ name
        thread.start()
        thread.join(0.1)


def waited_for_below(names):
    threads = []
    for name in names:
        def show(name=name):
            print(name)
            #^ name

        thread = threading.Thread(target=show)
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()


def callbacks(buttons, loop):
    for button in buttons:
        button.clicked.connect(lambda button=button: print(button.name))
        #^ button
        loop.call_later(1, lambda event, *, flag, button=button: print(button, flag))
        #^ button
        button.action = lambda button=button: print(button)
        #^ button


def displays(names, table):
    for name in names:
        table.append([name, lambda name=name: name])
        #^ name
        pair = (name, lambda name=name: name)
        #^ name
        table.append(pair)


def generators(rows, factors):
    scaled = []
    for factor in factors:
        scaled.append(cell * factor for cell in rows)
        #^ factor
    return scaled


def yielded(names):
    for name in names:
        yield lambda name=name: name
        #^ name


def partial(names, actions):
    for name in names:
        actions.append(functools.partial(lambda greeting, name=name: greeting + name, "hello"))
        #^ name


def two_names(rows, actions):
    for key, value in rows:
        actions.append(lambda key=key, value=value: print(key, key, value))
        #^ key
        #^ value


def bound_below(names, actions):
    for name in names:
        def show():
            return later
            #^ later

        actions.append(show)
        later = name


def counted(names, actions):
    total = 0
    for name in names:
        actions.append(lambda *, sign=1, total=total: total * sign)
        #^ total
        total += 1


def made_in_pass(errors, run):
    for error in errors:
        listener = run.Listener()

        async def fail():
            raise error

        listener.hook = fail
        listener.items["x"] = lambda: error
        run(listener)


def bound(names):
    actions = []
    for name in names:
        actions.append(lambda name=name: print(name))
        actions.append(functools.partial(print, name))
    return actions


def consumed(names, rows):
    for name in names:
        print(sorted(rows, key=lambda row: row[name]))
        print(max(rows, default=None, key=lambda row: name))
        print(list(map(lambda row: row + name, rows)))
        print(any(row == name for row in rows))
        (lambda: print(name))()


def delegated(folders, files):
    for folder in folders:
        yield from (folder + name for name in files)


def waited_for(names):
    for name in names:
        thread = threading.Thread(target=lambda: print(name))
        thread.start()
        thread.join()
    for name in names:
        def show():
            print(name)

        threads = [threading.Thread(target=show) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    for name in names:
        with ThreadPoolExecutor() as pool:
            pool.submit(lambda: print(name))


def called_here(names):
    for name in names:
        def show():
            print(name)

        show()
        greet = lambda: name
        print(greet())


def fresh_each_pass(names):
    for name in names:
        actions = []
        actions.append(lambda: name)
        for action in actions:
            action()


def leaves(names, actions):
    for name in names:
        if name:
            actions.append(lambda: name)
            break
    for name in names:
        return lambda: name
    for name in names:
        actions.append(lambda: name)
        return actions


def own_names(names, actions):
    for name in names:
        actions.append(lambda name: name)
        actions.append(lambda: [name for name in "abc"])
        actions.append(lambda: names)
        actions.append(lambda x: x.name)
        actions.append(lambda x: x(name=3))


def after_loop(names, actions):
    for name in names:
        print(name)
    actions.append(lambda: name)


def outside(names, actions, factor):
    for name in names:
        actions.append(lambda: factor)


def overwritten(self, names):
    for name in names:
        self.last = lambda: name


def first_iterable(rows, factors, scaled):
    for factor in factors:
        scaled.append(cell for cell in rows[factor])


def inner_function(names, actions):
    for name in names:
        def make(name):
            return lambda: name

        actions.append(make(name))
