/** Checks of a parsed document against the shape it should have; the first thing wrong is named with its place. */
export interface ShapeFault {
  /** Place in the document, such as `cells[3].files[0].path`; empty for the document itself. */
  readonly path: string;
  /** What is wrong, as the end of a sentence about that place. */
  readonly reason: string;
}

export type Check = (value: unknown, path: string) => ShapeFault | null;

export interface FieldCheck {
  readonly check: Check;
  readonly optional: boolean;
}

export function required(check: Check): FieldCheck {
  return { check, optional: false };
}

export function optional(check: Check): FieldCheck {
  return { check, optional: true };
}

/** A value that passes `test`. */
export function such(test: (value: unknown) => boolean, reason: string): Check {
  return (value, path) => (test(value) ? null : { path, reason });
}

export function orNull(check: Check): Check {
  return (value, path) => (value === null ? null : check(value, path));
}

export function oneOf(words: readonly string[]): Check {
  return such((value) => words.some((word) => word === value), `is none of ${words.join(', ')}`);
}

export function listOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return { path, reason: 'is not a list' };
    return firstFault(value.map((entry: unknown, index) => () => check(entry, `${path}[${index}]`)));
  };
}

/** An object with these fields and no others: a misspelt name would otherwise be lost without a word. */
export function objectOf(fields: Readonly<Record<string, FieldCheck>>): Check {
  return (value, path) => {
    if (!isRecord(value)) return { path, reason: 'is not an object' };
    const place = (name: string) => (path === '' ? name : `${path}.${name}`);
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
    const checks = Object.entries(fields).map(([name, field]) => () => {
      const entry = value[name];
      if (entry !== undefined) return field.check(entry, place(name));
      return field.optional ? null : { path: place(name), reason: 'is missing' };
    });
    if (unknown !== undefined)
      checks.push(() => ({ path: place(unknown), reason: 'is not a field of this format' }));
    return firstFault(checks);
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstFault(checks: readonly (() => ShapeFault | null)[]): ShapeFault | null {
  for (const check of checks) {
    const fault = check();
    if (fault) return fault;
  }
  return null;
}
