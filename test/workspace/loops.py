"""Searching with a loop: what its `else` means."""


def first_free(rooms, guests):
    for room in rooms:
        if room.beds >= guests and not room.booked:
            chosen = room
            break
    else:
        raise LookupError(f"no room for {guests} guests")
    return chosen
