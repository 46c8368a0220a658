/**
 * Circuits to begin with: for the usual cells with what each element stands for, and general ones. Together they are the
 * candidates of the automatic choice.
 */
import type { CapacitanceClassId } from '#core/eis/capacitanceClass.ts';
import type { Circuit } from '#core/eis/circuit.ts';
import { mapElements } from '#core/eis/circuitNames.ts';
import { parseImpedancePy } from '#core/eis/parseImpedancePy.ts';

/** What lies between what: blocking contacts, a solid electrolyte (se), a liquid one, an amalgam film on the metal. */
export type ImpedanceCell = 'blocking-se' | 'li-se' | 'li-liquid' | 'amalgam' | 'soft-short' | 'any';

export interface ReadyCircuit {
  readonly id: string;
  readonly cell: ImpedanceCell;
  readonly name: string;
  /** In impedance.py's style. */
  readonly circuit: string;
  readonly description: string;
  readonly whenToUse: string;
  /** What the elements stand for, by name. */
  readonly labels: Readonly<Record<string, string>>;
  /** Where the capacitance of an element should lie, by its name. */
  readonly capacitances: Readonly<Record<string, CapacitanceClassId>>;
  /** Resistors that make up the interface: of both electrodes together in a symmetric cell. */
  readonly interfaceResistors: readonly string[];
  /** The same cell with less or more to be seen in its spectrum. */
  readonly variants: readonly string[];
}

export const READY_CIRCUITS: readonly ReadyCircuit[] = [
  {
    id: 'blocking-se-blocking',
    cell: 'blocking-se',
    name: 'Blocking | solid electrolyte | blocking',
    circuit: 'L0-p(R1,CPE1)-p(R2,CPE2)-CPE3',
    description: 'Bulk and grain boundary arcs, then the rising line of the blocking contacts.',
    whenToUse: 'Gold, steel or carbon on both sides of a pellet: for conductivity.',
    labels: {
      L0: 'leads',
      R1: 'bulk',
      CPE1: 'bulk',
      R2: 'grain boundary',
      CPE2: 'grain boundary',
      CPE3: 'contacts',
    },
    capacitances: { CPE1: 'bulk', CPE2: 'grain-boundary' },
    interfaceResistors: [],
    variants: ['L0-R0-p(R1,CPE1)-CPE2', 'R0-p(R1,CPE1)-CPE2', 'R0-CPE1'],
  },
  {
    id: 'li-se-li',
    cell: 'li-se',
    name: 'Li | solid electrolyte | Li',
    circuit: 'L0-R0-p(R1,CPE1)-p(R2,CPE2)',
    description: 'Bulk as a resistor, grain boundary arc, and one arc for both interfaces together.',
    whenToUse:
      'A metal electrode on both sides of a ceramic or a glass, bulk arc above the highest frequency.',
    labels: {
      L0: 'leads',
      R0: 'bulk',
      R1: 'grain boundary',
      CPE1: 'grain boundary',
      R2: 'interfaces',
      CPE2: 'interfaces',
    },
    capacitances: { CPE1: 'grain-boundary', CPE2: 'interface' },
    interfaceResistors: ['R2'],
    variants: [
      'R0-p(R1,CPE1)-p(R2,CPE2)',
      'R0-p(R1,CPE1)-p(R2,CPE2)-W1',
      'R0-p(R1,CPE1)-p(R2,CPE2)-Ws1',
      'R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)',
    ],
  },
  {
    id: 'li-liquid-li',
    cell: 'li-liquid',
    name: 'Li | liquid electrolyte | Li',
    circuit: 'L0-R0-p(R1,CPE1)-p(R2,CPE2)-W1',
    description:
      'Electrolyte, two depressed arcs for SEI and charge transfer, and diffusion at low frequency.',
    whenToUse: 'Symmetric cells with a separator; resistances are sums over both electrodes.',
    labels: {
      L0: 'leads',
      R0: 'electrolyte',
      R1: 'SEI',
      CPE1: 'SEI',
      R2: 'charge transfer',
      CPE2: 'double layer',
      W1: 'diffusion',
    },
    capacitances: { CPE1: 'interface', CPE2: 'double-layer' },
    interfaceResistors: ['R1', 'R2'],
    variants: [
      'R0-p(R1,CPE1)-p(R2,CPE2)-W1',
      'R0-p(R1,CPE1)-p(R2,CPE2)-Ws1',
      'R0-p(R1,CPE1)-p(R2,CPE2)',
      'R0-p(R1,CPE1)-p(R2-W1,CPE2)',
    ],
  },
  {
    id: 'amalgam-on-li',
    cell: 'amalgam',
    name: 'Amalgam film on Li',
    circuit: 'L0-R0-p(R1,CPE1)-p(R2,CPE2)-Ws1',
    description:
      'As for the bare metal, with lithium diffusing through the film towards the metal behind it.',
    whenToUse:
      'A coating with a reservoir behind it; with Wo instead of Ws where the film lies on an inert collector.',
    labels: {
      L0: 'leads',
      R0: 'electrolyte',
      R1: 'grain boundary or SEI',
      CPE1: 'grain boundary or SEI',
      R2: 'interfaces',
      CPE2: 'interfaces',
      Ws1: 'diffusion in the film',
    },
    capacitances: { CPE2: 'interface' },
    interfaceResistors: ['R2'],
    variants: [
      'R0-p(R1,CPE1)-Ws1',
      'R0-p(R1,CPE1)-Wo1',
      'R0-p(R1,CPE1)-p(R2,CPE2)-Ws1',
      'R0-p(R1,CPE1)-p(R2,CPE2)-Wo1',
    ],
  },
  {
    id: 'soft-short',
    cell: 'soft-short',
    name: 'Soft short',
    circuit: 'L0-p(R0-p(R1,CPE1)-p(R2,CPE2),R3)',
    description:
      'An electronic path beside the whole ionic branch: it bounds the resistance at low frequency.',
    whenToUse:
      'When the high-frequency intercept has fallen too; hold R3 at V/I of a long direct current if known.',
    labels: {
      L0: 'leads',
      R0: 'electrolyte',
      R1: 'first arc',
      CPE1: 'first arc',
      R2: 'interfaces',
      CPE2: 'interfaces',
      R3: 'short',
    },
    capacitances: { CPE2: 'interface' },
    interfaceResistors: ['R2'],
    variants: ['p(R0-p(R1,CPE1),R2)'],
  },
  ...general([
    ['one-arc', 'One arc', 'R0-p(R1,CPE1)', 'A single process.'],
    ['two-arcs', 'Two arcs', 'R0-p(R1,CPE1)-p(R2,CPE2)', 'Two processes apart by a decade or more.'],
    [
      'three-arcs',
      'Three arcs',
      'R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)',
      'Three processes; check each by its capacitance.',
    ],
    [
      'arc-and-tail',
      'Arc and blocking tail',
      'R0-p(R1,CPE1)-CPE2',
      'An arc, then a steep line: a blocking contact.',
    ],
    [
      'arc-and-diffusion',
      'Arc and diffusion',
      'R0-p(R1,CPE1)-W1',
      'An arc, then a line at 45 degrees apart from it.',
    ],
    [
      'two-arcs-and-diffusion',
      'Two arcs and diffusion',
      'R0-p(R1,CPE1)-p(R2,CPE2)-W1',
      'Two arcs, then 45 degrees.',
    ],
    ['randles', 'Randles', 'R0-p(R1-W1,CPE1)', 'Charge transfer with diffusion of what reacts.'],
    [
      'randles-bounded',
      'Randles, reservoir',
      'R0-p(R1-Ws1,CPE1)',
      'The diffusion ends at a reservoir: a second arc.',
    ],
    [
      'randles-blocked',
      'Randles, closed layer',
      'R0-p(R1-Wo1,CPE1)',
      'The diffusion ends at a wall: a capacitance.',
    ],
    [
      'sei-and-randles',
      'SEI and Randles',
      'R0-p(R1,CPE1)-p(R2-W1,CPE2)',
      'A film in front of a charge transfer.',
    ],
    ['gerischer', 'Gerischer', 'R0-G1', 'Diffusion with reaction: a skewed arc with a 45 degree start.'],
    ['porous', 'Porous electrode', 'R0-TLM1', 'A pore that charges and reacts along its walls.'],
  ]),
];

type GeneralRow = readonly [id: string, name: string, circuit: string, whenToUse: string];

function general(rows: readonly GeneralRow[]): readonly ReadyCircuit[] {
  return rows.map(([id, name, circuit, whenToUse]) => ({
    id,
    cell: 'any',
    name,
    circuit,
    description: 'A general circuit whose elements are not assigned to anything.',
    whenToUse,
    labels: {},
    capacitances: {},
    interfaceResistors: [],
    variants: [],
  }));
}

/** The circuit with its labels. */
export function circuitOfReady({ circuit, labels }: Pick<ReadyCircuit, 'circuit' | 'labels'>): Circuit {
  const outcome = parseImpedancePy(circuit);
  if (!outcome.ok) throw new Error(`${circuit} is not a circuit: ${outcome.problem.code}`);
  const root = mapElements(outcome.circuit.root, (node) => ({ ...node, label: labels[node.name] ?? '' }));
  return { root, settings: outcome.circuit.settings };
}

/**
 * Circuits worth trying on a spectrum, each once: the general ones, and those of the cell if one is named. With
 * `inductive` each has the inductance of the leads in front, without it none has.
 */
export function candidateCircuits(
  cell: ImpedanceCell,
  { inductive }: { readonly inductive: boolean },
): readonly string[] {
  const matching = READY_CIRCUITS.filter((ready) => ready.cell === cell || ready.cell === 'any');
  const texts = matching.flatMap(({ circuit, variants }) => [circuit, ...variants]);
  const bare = texts.map((text) => text.replace(/^L0-/, ''));
  return [...new Set(bare)].map((text) => (inductive ? `L0-${text}` : text));
}
