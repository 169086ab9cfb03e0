/** In UTF-16 units: a stretch that is longer is not kept apart. */
const MOST = 4096;

/**
 * A long text and the one stretch of it that was edited. To put the text together again after each letter would leave as
 * much garbage as the file is long, and much of an edit's time is spent on that.
 */
export class EditedText {
  private readonly before: string;
  /** From here to there `before` holds no longer, but `instead`. */
  private readonly start: number;
  private readonly end: number;
  private readonly instead: string;
  private known: string | undefined;

  constructor(before: string, start = 0, end = 0, instead = "") {
    this.before = before;
    this.start = start;
    this.end = end;
    this.instead = instead;
  }

  get length(): number {
    return this.before.length - (this.end - this.start) + this.instead.length;
  }

  get whole(): string {
    this.known ??= this.joined(0, this.length);
    return this.known;
  }

  /** As of a string, but for offsets below 0. */
  slice(start: number, end: number): string {
    if (end <= this.start) return this.before.slice(start, end);
    if (start >= this.behind) {
      const by = this.end - this.behind;
      return this.before.slice(start + by, Math.max(0, end + by));
    }
    // Who wants much of it may want that more than once.
    const isMuch = this.known !== undefined || (end - start) * 4 > this.length;
    return isMuch ? this.whole.slice(start, end) : this.joined(start, end);
  }

  /** Whether there is this character anywhere. */
  has(character: string): boolean {
    const parts = [this.before.slice(0, this.start), this.instead, this.before.slice(this.end)];
    return parts.some((part) => part.includes(character));
  }

  /** The stretch grows until it is too long; then there is a new one. */
  replaced(start: number, end: number, text: string): EditedText {
    const first = Math.min(start, this.start);
    const last = Math.max(end, this.behind);
    if (last - first + text.length > MOST) return new EditedText(this.whole, start, end, text);
    const instead = this.slice(first, start) + text + this.slice(end, last);
    return new EditedText(this.before, first, last - this.behind + this.end, instead);
  }

  /** Where `instead` ends in the text as it is. */
  private get behind(): number {
    return this.start + this.instead.length;
  }

  private joined(start: number, end: number): string {
    const middle = this.instead.slice(Math.max(0, start - this.start), Math.max(0, end - this.start));
    return (
      this.before.slice(start, Math.max(start, this.start)) +
      middle +
      this.before.slice(this.end, Math.max(this.end, end - this.behind + this.end))
    );
  }
}
