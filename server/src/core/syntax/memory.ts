/** What the library fills into the object that it is given to begin with: emscripten's module. */
export interface Runtime {
  /** The memory; another one when it has grown. */
  HEAP32?: Int32Array;
  getValue?: (address: number, type: string) => number;
  setValue?: (address: number, value: number, type: string) => void;
  /** Compiles a query; returns where it lies. */
  _ts_query_new?: ((...of: number[]) => number) | undefined;
}

/**
 * Lets the library move whole numbers in and out of WebAssembly's memory without asking for the type of each: that
 * question, in emscripten's own functions, was a sixth of what an edit costs. Other types go the old way. Where a release
 * keeps these elsewhere, nothing changes.
 */
export function quicken(runtime: Runtime): void {
  const { HEAP32, getValue, setValue } = runtime;
  if (!HEAP32 || !getValue || !setValue || !isLittleEndian()) return;
  runtime.getValue = (address, type) =>
    type === "i32" ? (runtime.HEAP32?.[address >> 2] ?? 0) : getValue(address, type);
  runtime.setValue = (address, value, type) => {
    if (type === "i32" && runtime.HEAP32) runtime.HEAP32[address >> 2] = value;
    else setValue(address, value, type);
  };
}

/** WebAssembly always is; an `Int32Array` is what the machine is. */
export function isLittleEndian(): boolean {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
}
