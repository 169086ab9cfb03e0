"""One list for every call."""


def remember(word, seen=[]):
    seen.append(word)
    return seen
