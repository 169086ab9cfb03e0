#
#^ pygloss: ignore[is-literal]
# coding: latin-1 (in the third line it names no encoding; in the second it would)


def unused(a=None):
                     #^ pygloss: ignore[mutable-default-argument]
    return a


def bare(a=None):
                   #^ pygloss: ignore
    return a


def empty(a=None):
                    #^ pygloss: ignore[]
    return a


def partly(a=[]):  # pygloss: ignore[mutable-default-argument]
                   #^ is-literal
                   #^ bare-except
    return a


def unknown(a=[]):  # pygloss: ignore[mutable-default-argument]
                    #^ mutable-default-arguments
    return a


def only_unknown(a=None):
                           #^ no-such-rule
    return a


def two_at_once(a=None):
                          #^ pygloss: ignore[is-literal, bare-except]
    return a


def beside_others(a=None):  # type: ignore  # noqa
                            #^ pygloss: ignore[is-literal]
    return a


def misplaced(a=1):
    #^ pygloss: ignore[mutable-default-argument]
    return a


#^ pygloss: ignore-file[thread-for-cpu-work]


def used(a=[]):  # pygloss: ignore[mutable-default-argument]
    return a


def used_without_ids(a=[]):  # pygloss: ignore
    return a


def used_for_two_indeed(a=[], b=1 is 2): return a  # pygloss: ignore[mutable-default-argument, is-literal]


@decorator
def used_below_a_decorator(
    a=[],
    b={},
) -> None:  # pygloss: ignore[mutable-default-argument]
    return a


def used_in_a_parameter(
    a=[],  # pygloss: ignore[mutable-default-argument]
):
    return a


def kept(a=None):  # pygloss: ignore[is-literal, unused-suppression]
    return a


def silenced_by_others_too(a=[]):  # noqa: B006  # pygloss: ignore[mutable-default-argument]
    return a


# pygloss: ignore-file[return-in-finally]


def in_finally():
    try:
        work()
    finally:
        return 1


text = "# pygloss: ignore[is-literal]"
words = 1  # pygloss: ignore-next[is-literal]
others = 2  # noqa: B006
more = 3  # pylint: disable=dangerous-default-value
about = 4  # see pygloss: ignore
