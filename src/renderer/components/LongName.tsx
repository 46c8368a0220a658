/** A name that may be longer than its place. */

/** Files of one run differ at the end of long names: the end stays, the middle goes. */
const TAIL = 14;

export function LongName({ name }: { readonly name: string }) {
  if (name.length < 2 * TAIL) return name;
  return (
    <span className="tree-long-label">
      <span>{name.slice(0, -TAIL)}</span>
      <span>{name.slice(-TAIL)}</span>
    </span>
  );
}
