/**
 * How much was done since the program began. Nothing reads it but a test, which notices when an edit costs more than it
 * did: counts are the same on every machine, times are not.
 */
export const work = {
  /** Times that a query was run on a node. */
  queries: 0,
  /** What these runs captured, before anybody asked what names mean. */
  captures: 0,
  /** Statements that rules judged. */
  units: 0,
};
