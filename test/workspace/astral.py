"""Characters that take two UTF-16 units 🎈 stand before what is underlined."""

greet = "🐍"; collect = lambda word, seen=[]: seen.append(word) or seen


def label(name="𝒳🐍", last=[]):
    last.append(name)
    return "🐍🐍", last
