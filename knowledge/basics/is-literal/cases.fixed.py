def compare(x, y):
    x == 1
    #^ x is 1
    x != "yes"
    #^ x is not "yes"
    1.5 == x
    #^ 1.5 is x
    x == b"raw"
    #^ x is b"raw"
    x == f"{y}"
    #^ x is f"{y}"
    x == ()
    #^ x is ()
    x == (1, 2)
    #^ x is (1, 2)
    x == []
    #^ x is []
    x != {}
    #^ x is not {}
    x == {1}
    #^ x is {1}
    x == -1
    #^ x is -1
    x == (1000)
    #^ x is (1000)
    x == "a" "b"
    #^ x is "a" "b"
    x < y == 3
    #^ y is 3
    if x != 0 and y is None:
        #^ x is not 0
        return y

    x is None
    x is not None
    x is True
    x is False
    x is ...
    x is NotImplemented
    x is y
    x is y.kind
    x is str
    x is type(1)
    x == 1
    x != "yes"
    x in [1, 2]
    x not in "abc"
    x is y == 1
    "x is 1"
    return x is y[0]
