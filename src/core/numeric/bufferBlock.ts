/**
 * Cuts buffers out of one block of memory. Typed arrays lie outside the collected heap and are dear to make: a fit of a
 * few milliseconds must not spend its time on dozens of small ones.
 */
export function bufferBlock(length: number): (size: number) => Float64Array {
  const block = new Float64Array(length);
  let used = 0;
  return (size) => {
    if (used + size > length) throw new Error(`a block of ${length} numbers has no room for ${size} more`);
    used += size;
    return block.subarray(used - size, used);
  };
}
