"""The same line twice, once with a comment that asks for silence."""


def silent(word, seen=[]):  # pygloss: ignore[mutable-default-argument]
    seen.append(word)
    return seen


def reported(word, seen=[]):
    seen.append(word)
    return seen
