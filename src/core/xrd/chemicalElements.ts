/** The elements that the tables of form factors know, H to U. */
export const CHEMICAL_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo ' +
    'Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl ' +
    'Pb Bi Po At Rn Fr Ra Ac Th Pa U'
  ).split(' '),
);

/**
 * The element at the start of a type or label: `Fe3+`, `O2-`, `La(1)`, `D` for hydrogen; undefined for none. Of two
 * readings of capitals (`CO1`) that of two letters counts only where `known` lists it and not the other.
 */
export function elementOf(text: string, known: ReadonlySet<string> = new Set()): string | undefined {
  const [, first = '', second = ''] = /^([A-Za-z])([A-Za-z]?)/.exec(text) ?? [];
  const one = first.toUpperCase() === 'D' ? 'H' : first.toUpperCase();
  const two = `${first.toUpperCase()}${second.toLowerCase()}`;
  const readings = [two, one].filter((symbol) => CHEMICAL_ELEMENTS.has(symbol));
  const capitals = second !== '' && second === second.toUpperCase();
  return (
    (capitals ? readings.find((symbol) => known.has(symbol)) : undefined) ??
    readings[capitals ? readings.length - 1 : 0]
  );
}
