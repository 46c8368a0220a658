/**
 * Structured data as text and back, typed arrays included. The function refers to nothing outside itself: its source
 * is put into the page too.
 */
export function createCloneCodec() {
  const TYPED = [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  ];
  const PIECE = 32_768;

  /** @param {ArrayBufferLike} buffer @param {number} start @param {number} length */
  function toBase64(buffer, start, length) {
    const bytes = new Uint8Array(buffer, start, length);
    let text = '';
    for (let i = 0; i < length; i += PIECE) text += String.fromCharCode(...bytes.subarray(i, i + PIECE));
    return btoa(text);
  }

  /** @param {string} text */
  function fromBase64(text) {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes.buffer;
  }

  /** @param {object} value */
  function packObject(value) {
    const typed = TYPED.find((type) => value instanceof type);
    if (typed && ArrayBuffer.isView(value))
      return { $: typed.name, base64: toBase64(value.buffer, value.byteOffset, value.byteLength) };
    if (value instanceof ArrayBuffer)
      return { $: 'ArrayBuffer', base64: toBase64(value, 0, value.byteLength) };
    if (value instanceof Date) return { $: 'Date', time: value.getTime() };
    if (value instanceof Map) return { $: 'Map', entries: [...value].map(pack) };
    if (value instanceof Set) return { $: 'Set', items: [...value].map(pack) };
    if (value instanceof Error) return { $: 'Error', name: value.name, message: value.message };
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      throw new Error('An object could not be cloned.');
    return { $: 'Object', entries: Object.entries(value).map(([key, item]) => [key, pack(item)]) };
  }

  /** @param {unknown} value @returns {unknown} */
  function pack(value) {
    if (value === undefined) return { $: 'undefined' };
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $: 'number', text: Object.is(value, -0) ? '-0' : String(value) };
    if (typeof value === 'bigint') return { $: 'bigint', text: String(value) };
    if (Array.isArray(value)) return value.map(pack);
    if (typeof value === 'object') return packObject(value);
    throw new Error('An object could not be cloned.');
  }

  /** @param {any} packed @returns {unknown} */
  function unpackTagged(packed) {
    switch (packed.$) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(packed.text);
      case 'bigint':
        return BigInt(packed.text);
      case 'Date':
        return new Date(packed.time);
      case 'ArrayBuffer':
        return fromBase64(packed.base64);
      case 'Map':
        return new Map(packed.entries.map(unpack));
      case 'Set':
        return new Set(packed.items.map(unpack));
      case 'Error':
        return Object.assign(new Error(packed.message), { name: packed.name });
      case 'Object':
        return Object.fromEntries(packed.entries.map(([key, item]) => [key, unpack(item)]));
      default: {
        const typed = TYPED.find((type) => type.name === packed.$);
        return new typed(fromBase64(packed.base64));
      }
    }
  }

  /** @param {any} packed @returns {any} */
  function unpack(packed) {
    if (Array.isArray(packed)) return packed.map(unpack);
    return packed !== null && typeof packed === 'object' ? unpackTagged(packed) : packed;
  }

  return {
    /** @param {unknown} value */
    encode: (value) => JSON.stringify(pack(value)),
    /** @param {string} text */
    decode: (text) => unpack(JSON.parse(text)),
  };
}
