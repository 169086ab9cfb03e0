/** The one stretch of a text in which all edits since an earlier version lie. Offsets are UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  /** Where it ended in the earlier version. */
  readonly oldEnd: number;
  /** Where it ends now. */
  readonly newEnd: number;
}

/** Something that belongs to an earlier version, and what was edited since. */
export interface Earlier<T> {
  readonly left: T;
  readonly edited: Stretch;
}

/** The stretch of two, the second of which was made after the first. */
export function joined(first: Stretch | null, { start, oldEnd, newEnd }: Stretch): Stretch {
  if (!first) return { start, oldEnd, newEnd };
  const end = Math.max(first.newEnd, oldEnd);
  return {
    start: Math.min(first.start, start),
    oldEnd: first.oldEnd + end - first.newEnd,
    newEnd: newEnd + end - oldEnd,
  };
}

/** What the next version gets from this one: its own, or else what it had got itself. */
export function handedOver<T>(own: T | undefined, got: Earlier<T> | undefined, edit: Stretch): Earlier<T> | undefined {
  if (own !== undefined) return { left: own, edited: edit };
  return got && { left: got.left, edited: joined(got.edited, edit) };
}
