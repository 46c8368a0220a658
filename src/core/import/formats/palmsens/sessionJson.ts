/** Fields of a PalmSens session: its keys are PascalCase in newer and lower case in older files. */

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a key in either case; undefined for anything that is no object. */
export function field(value: unknown, lowerCaseKey: string): unknown {
  if (!isObject(value)) return undefined;
  const key = Object.keys(value).find((each) => each.toLowerCase() === lowerCaseKey);
  return key === undefined ? undefined : value[key];
}

export function listField(value: unknown, lowerCaseKey: string): readonly unknown[] {
  const list = field(value, lowerCaseKey);
  return Array.isArray(list) ? list : [];
}

export function textField(value: unknown, lowerCaseKey: string): string {
  const text = field(value, lowerCaseKey);
  return typeof text === 'string' ? text : '';
}
