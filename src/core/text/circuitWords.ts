/** Words about circuit texts that go into problems and lists. */
import type { CircuitNote } from '#core/eis/circuitText.ts';
import type { CircuitLoss } from '#core/eis/formatImpedancePy.ts';

/** Elements of other programs that have no equal here, by the program's own letters. */
const FOREIGN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Gs: 'a finite-length Gerischer element',
    La: 'an inductor with an exponent',
    T: "Paasch's porous electrode, which is not the transmission line T of the CDC",
    TT: "Paasch's porous electrode",
    Ga: 'an alternative Gerischer element',
    Ha: 'the Havriliak-Negami impedance of another program, written H here',
    Ls: "de Levie's porous electrode, written Tq here with its own parameters",
    O: "Boukamp's coth element, written Wo here with its own parameters",
    Zarc: 'written Z here',
  }),
);

export function foreignElementReason(
  language: 'impedance.py' | 'CDC',
  written: string,
  known: readonly string[],
): string {
  const foreign = FOREIGN.get(written);
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

/** Something a text said in another program's words. */
export function describeCircuitNote({ code, subject }: CircuitNote): string {
  return code === 'kinetic-element'
    ? `impedance.py's K is read as ${subject} with n held at 1, which is the same.`
    : `The admittance Y given for ${subject} is converted: sigma = 1/(Y sqrt 2).`;
}

/** Something that a language of circuits has no words for. */
export function describeCircuitLoss({ what, subject, detail }: CircuitLoss): string {
  switch (what) {
    case 'value':
      return `the value of ${subject}, ${detail}`;
    case 'fixed':
      return `that ${subject} is fixed`;
    case 'lower':
      return `the lower limit of ${subject}, ${detail}`;
    case 'upper':
      return `the upper limit of ${subject}, ${detail}`;
    case 'label':
      return `the label of ${subject}, "${detail}"`;
  }
}
