def check(count, name, rest):
    assert count > 0, "empty"
    #^ (count > 0, "empty")
    assert count > 0, "empty"
    #^ (count > 0, "empty")
    assert count > 0, f"empty: {name}"
    #^ ( count > 0, f"empty: {name}", )
    assert count, "%s is empty" % name  # comment
    #^ (count, "%s is empty" % name)
    assert count, "{} is empty".format(name); print(name)
    #^ (count, "{} is empty".format(name))
    assert lambda: count, "never called"
    #^ (lambda: count, "never called")
    assert (
    #^ (
        # never negative
        count > 0
        and count < 10), (  # nor many
        "a long explanation"
        "in two parts"
    )
    assert count, ", ".join(rest)
    #^ (count, ", ".join(rest))
    assert (count, "abc".count(name))
    #^ (count, "abc".count(name))
    assert (count > 0, name == "x")
    #^ (count > 0, name == "x")
    assert (first := count, "empty")
    #^ (first := count, "empty")
    assert (count,)
    #^ (count,)
    assert (count, name, "both")
    #^ (count, name, "both")
    assert ((count > 0, "empty"))
    #^ ((count > 0, "empty"))
    assert (count > 0, "empty"), "again"
    #^ (count > 0, "empty")
    assert (*rest, count)
    #^ (*rest, count)


def fine(count, name, rest):
    assert count > 0, "empty"
    assert (count > 0), "empty"
    assert (count > 0), ("empty", name)
    assert (
        count > 0
        and name
    ), "empty"
    assert ()
    assert (*rest,)
    assert (count, name) == (1, "x")
    assert (count, name)[0]
    assert check(count, "empty")
    assert [count, name]
    assert count, (name, rest)
    assert (count, name) in rest
    assert all((count, name))
    assert count, "abc".count(name)
    assert "abc".startswith(name), (count, name)
