/** Wraps an object so that asking for anything it does not have throws, instead of quietly being undefined. */

/** Asked for by the language or by Node itself. */
const ALWAYS_ALLOWED = new Set(['then', 'toJSON', 'constructor', 'asymmetricMatch', 'nodeType']);

/**
 * @template {object} T
 * @param {string} name
 * @param {T} target
 * @returns {T}
 */
export function strict(name, target) {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'string' && !(key in object) && !ALWAYS_ALLOWED.has(key) && !key.startsWith('_'))
        throw new Error(`The stand-in for Electron has no ${name}.${key}.`);
      return Reflect.get(object, key, receiver);
    },
  });
}
