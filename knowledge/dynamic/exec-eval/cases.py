import builtins
import builtins as b
import torch
from ast import literal_eval
from textwrap import dedent

answer = input("A number: ")
eval(answer)
#^ eval
exec(answer)
#^ exec
value = eval(input())
#^ eval
value = eval(open("settings.txt").read())
#^ eval
builtins.eval(answer, {})
#^ builtins.eval
b.exec(f"print({answer})")
#^ b.exec
run = eval
run(answer)
#^ run


def calculate(text, names):
    return eval(text, {"__builtins__": None}, names)
    #^ eval


def attribute(self, key):
    self.value = eval(self.text) + eval(self.texts[key])
    #^ eval
    #^ eval


def glued(name):
    return eval("self." + name), eval("%s()" % name), eval(f"self.{name}")
    #^ eval
    #^ eval
    #^ eval


def constant(names):
    three = eval("1 + 2")
    #^ eval
    pair = eval("(1, 'two')"), eval("-3.5"), eval("[1, 2, 3]"), eval("{'a': None}"), eval("'text'")
    #^ eval
    #^ eval
    #^ eval
    #^ eval
    #^ eval
    exec("x = 1", names)
    #^ exec
    code = "print(names)"
    exec(code)
    #^ exec
    exec(dedent("""
    #^ exec
        y = 2
    """), names)
    exec("first = 1;" "second = 2")
    #^ exec
    exec(compile("x = 1".strip(), "<x>", "exec"), names)
    #^ exec
    return three, pair, eval("not " + "True")
    #^ eval


def loaded(name):
    foo = __import__("foo")
    #^ __import__
    bar = __import__(name)
    #^ __import__
    path = __import__("os.path")
    #^ __import__
    part = __import__("package", fromlist=["part"])
    #^ __import__
    again = __import__(name="foo")
    #^ __import__
    return foo, bar, path, part, again


def compiled(path):
    with open(path) as file:
        code = compile(file.read(), path, "exec")
        #^ compile
    exec(code)
    #^ exec
    exec(compile(open(path).read(), path, "exec"))
    #^ exec
    return compile(input(), "<input>", "eval")
    #^ compile


literal_eval(answer)
compile("1 + 2", "<sum>", "eval")
compile(answer, "<answer>", "eval")
compile(open("a.py").read(), "a.py", "exec", 1024)
compile(open("a.py").read(), "a.py", "exec", flags=1024)
eval()


class Model(torch.nn.Module):
    def eval(self):
        return self

    def exec(self, statement):
        return self.connection.exec(statement)


def look_alikes(frame, model, session, statement):
    frame.eval("a + b")
    model.eval()
    session.exec(statement)
    torch.eval("x")
    return Model().eval().exec("select 1")


def shadowed(eval, exec):
    eval("x")
    return exec("x")


def rebound(text):
    def compile(pattern, flags):
        return pattern

    __import__ = print
    __import__(text)
    return compile(open(text).read(), 0)


def passed_on(pool, text):
    return pool.map(eval, text), {"eval": eval}


def refused(self, pytest):
    with self.assertRaises(SyntaxError):
        eval("1 +")
    with pytest.raises(SyntaxError):
        exec("return 1", {})
        exec(compile("return " "1".strip(), "<code>", "exec"), {})
    try:
        exec("match = 1; match match: pass")
    except SyntaxError:
        return eval("1 + 1")
        #^ eval


def splat(args):
    return eval(*args)
