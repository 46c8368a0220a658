/** Words about circuit texts that go into problems and lists. */

/** Elements of other programs that have no equal here, by the program's own letters. */
const FOREIGN: Readonly<Record<string, string>> = {
  Gs: 'a finite-length Gerischer element',
  La: 'an inductor with an exponent',
  T: "Paasch's porous electrode, which is not the transmission line T of the CDC",
  TT: "Paasch's porous electrode",
  Ga: 'an alternative Gerischer element',
  Ha: 'the Havriliak-Negami impedance of another program, written H here',
  Ls: "de Levie's porous electrode, written Tq here with its own parameters",
  O: "Boukamp's coth element, written Wo here with its own parameters",
  Zarc: 'written Z here',
};

export function foreignElementReason(
  language: 'impedance.py' | 'CDC',
  written: string,
  known: readonly string[],
): string {
  const foreign = FOREIGN[written];
  const list = known.join(', ');
  if (foreign !== undefined) return `It is ${foreign}; the elements are ${list}`;
  const caseless = known.find((code) => code.toLowerCase() === written.toLowerCase());
  if (caseless !== undefined) return `Did you mean ${caseless}? Capitals matter`;
  return `The elements of ${language === 'CDC' ? 'the CDC' : 'this style'} are ${list}`;
}

export const circuitReasons = {
  oneBranch: () => 'a parallel connection needs at least two branches',
  doubleRound: () =>
    'round brackets stand directly in round brackets, which some programs read as series and others as parallel; write [ ] for a series',
  anotherParameter: (symbol: string) => `another parameter (${symbol} was given already)`,
  valueForPercent: () => 'a value before a limit in per cent',
};
