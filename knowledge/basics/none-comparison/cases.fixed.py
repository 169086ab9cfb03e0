import numpy as np
import pandas as pd
from sqlalchemy import select


def compare(x, y, record):
    if x is None:
        #^ x == None
        return
    if x is not None and y:
        #^ x != None
        return
    if x is None:
        #^ None == x
        return
    if x.name is not None:
        #^ None != x.name
        return
    found = [z for z in y if z is None]
    #^ z == None
    if x == None == y:
        #^ x == None
        #^ None == y
        return
    if record["a"] is None:
        #^ record["a"] == None
        return
    text = "plain"
    return found, text is None
    #^ text == None


def tight(x, y):
    if x is None:
        #^ x==None
        return
    if x is not None:
        #^ None!=x
        return
    if (x) is None:
        #^ (x)== None
        return
    return y is not None
    #^ y !=None


def multi_line(x):
    return (
        x
        #^ x
        is None
    )


def fine(x, y):
    if x is None or None is y or x is not None:
        return
    if x == 0 or x == False or x == "None":
        return
    return x in (None, 1)


def explained(node):
    if node.dim != None:  # must be `!= None`: the class answers for its own None
        return node


def queries(session, User):
    session.query(User).filter(User.deleted == None)
    select(User).where(User.name != None)
    session.query(User).filter_by(active=(User.left == None))


def no_query(xs):
    found = any(x is None for x in xs)
    #^ x == None
    return found, ", ".join(x for x in xs if x is not None)
    #^ x != None


def frames():
    df = pd.DataFrame({"a": [1, None]})
    a = np.array([None, 1])
    return df["a"] == None, df.a != None, a == None, a[0] == None


def annotated(df: pd.DataFrame, s: pd.Series, a: np.ndarray):
    return df["a"] == None, s == None, a != None


class Query(Base):
    def kept(self, User):
        return super().filter(User.deleted == None)
