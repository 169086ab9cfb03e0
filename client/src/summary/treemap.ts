/** A rectangle, in whatever unit its maker counts. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Tile<T> {
  readonly of: T;
  readonly box: Box;
}

/**
 * Fills a box with tiles whose areas are as the sizes of the items, each as near to a square as it can be: the
 * squarified treemap of Bruls, Huizing and van Wijk. Sizes are more than 0.
 */
export function treemap<T>(items: readonly T[], sizeOf: (item: T) => number, box: Box): Tile<T>[] {
  const total = items.reduce((sum, item) => sum + sizeOf(item), 0);
  const scale = (box.width * box.height) / total;
  const left = items.map((of) => ({ of, area: sizeOf(of) * scale })).sort((a, b) => b.area - a.area);
  const tiles: Tile<T>[] = [];
  let rest = box;
  while (left.length > 0) {
    const side = Math.min(rest.width, rest.height);
    let count = 1;
    while (count < left.length && worst(left.slice(0, count + 1), side) <= worst(left.slice(0, count), side)) count++;
    const row = left.splice(0, count);
    rest = layRow(row, rest, tiles);
  }
  return tiles;
}

interface Part<T> {
  readonly of: T;
  readonly area: number;
}

/** How far from a square the least square tile of a row is: 1 is a square. */
function worst<T>(row: readonly Part<T>[], side: number): number {
  const sum = row.reduce((all, { area }) => all + area, 0);
  const most = Math.max(...row.map(({ area }) => area));
  const least = Math.min(...row.map(({ area }) => area));
  return Math.max((side * side * most) / (sum * sum), (sum * sum) / (side * side * least));
}

/** Lays a row along the shorter side of the box, and returns what is left of the box. */
function layRow<T>(row: readonly Part<T>[], { x, y, width, height }: Box, tiles: Tile<T>[]): Box {
  const sum = row.reduce((all, { area }) => all + area, 0);
  const isColumn = width >= height;
  const depth = sum / (isColumn ? height : width);
  let at = isColumn ? y : x;
  for (const { of, area } of row) {
    const length = area / depth;
    const box = isColumn ? { x, y: at, width: depth, height: length } : { x: at, y, width: length, height: depth };
    tiles.push({ of, box });
    at += length;
  }
  if (isColumn) return { x: x + depth, y, width: Math.max(0, width - depth), height };
  return { x, y: y + depth, width, height: Math.max(0, height - depth) };
}
