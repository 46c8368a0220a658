/**
 * What a person or a script may have called the columns of a spectrum: `f`, `Re(Z) / Ohm`, `-Z''`, `neg. Phase [°]`,
 * `|Z|`, `Y'`. A title is understood as one of few plain ones, which the rules below map to core's columns.
 */
import type { CoreColumn } from '#core/columns.ts';
import type { TitleRule } from '#core/import/titleRules.ts';

interface Quantity {
  readonly name: CoreColumn;
  /** How it is written once it is understood. */
  readonly plain: string;
  /** Assumed where the title names no unit. */
  readonly unit: string;
  readonly names: readonly string[];
}

/** Names in lower case without blanks, underscores, dots, dashes and the brackets around Z. */
const QUANTITIES: readonly Quantity[] = [
  {
    name: 'frequency_Hz',
    plain: 'Frequency',
    unit: 'Hz',
    names: ['f', 'freq', 'frequency', 'frequencies', 'datafrequency'],
  },
  { name: 'frequency_Hz', plain: 'Frequency', unit: 'rad/s', names: ['omega', 'ω', 'angularfrequency'] },
  {
    name: 'zRe_ohm',
    plain: "Z'",
    unit: 'ohm',
    names: [
      "z'",
      'zre',
      'zreal',
      'zr',
      'zprime',
      'rez',
      'realz',
      're',
      'real',
      'datareal',
      'realpart',
      'realimpedance',
      'impedancereal',
      'zrealpart',
      'reimpedance',
    ],
  },
  {
    name: 'zIm_ohm',
    plain: "Z''",
    unit: 'ohm',
    names: [
      "z''",
      'zim',
      'zimag',
      'zimg',
      'zi',
      'zimaginary',
      'zdoubleprime',
      'imz',
      'imagz',
      'im',
      'imag',
      'imaginary',
      'dataimag',
      'imaginarypart',
      'imagpart',
      'imaginaryimpedance',
      'impedanceimag',
      'impedanceimaginary',
      'imimpedance',
    ],
  },
  {
    name: 'zModulus_ohm',
    plain: '|Z|',
    unit: 'ohm',
    names: [
      '|z|',
      'zmod',
      'zabs',
      'absz',
      'modz',
      'zmag',
      'magz',
      'z',
      'modulus',
      'magnitude',
      'mag',
      'impedance',
      'impedancemodulus',
      'zmagnitude',
      'zmodulus',
    ],
  },
  {
    name: 'zPhase_deg',
    plain: 'Phase',
    unit: 'deg',
    names: [
      'phase',
      'phasez',
      'zphase',
      'zphz',
      'theta',
      'thetaz',
      'θ',
      'phi',
      'φ',
      'phaseangle',
      'argz',
      'arg',
      'phaseofz',
      'zphaseangle',
      'impedancephase',
    ],
  },
  {
    name: 'yRe_S',
    plain: "Y'",
    unit: 'S',
    names: ["y'", 'yre', 'yreal', 'yr', 'rey', 'realy', 'yprime', 'conductance'],
  },
  {
    name: 'yIm_S',
    plain: "Y''",
    unit: 'S',
    names: ["y''", 'yim', 'yimag', 'yi', 'imy', 'imagy', 'ydoubleprime', 'susceptance'],
  },
  {
    name: 'yModulus_S',
    plain: '|Y|',
    unit: 'S',
    names: ['|y|', 'yabs', 'ymod', 'absy', 'admittance', 'ymag'],
  },
  { name: 'yPhase_deg', plain: 'Phase of Y', unit: 'deg', names: ['phasey', 'phaseofy', 'yphase', 'argy'] },
];

const BY_NAME: ReadonlyMap<string, Quantity> = new Map(
  QUANTITIES.flatMap((quantity) => quantity.names.map((name) => [name, quantity] as const)),
);

/** The plain titles, with or without a minus sign in front. */
export const IMPEDANCE_TITLES: readonly TitleRule[] = QUANTITIES.flatMap(({ name, plain }) => {
  const exact = plain.replace(/[|]/gu, '\\|');
  const titles = [plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')];
  return [
    { titles, name, only: new RegExp(`^${exact}$`, 'u') },
    { titles, name, factor: -1, only: new RegExp(`^-${exact}$`, 'u') },
  ];
});

export interface UnderstoodTitle {
  readonly name: CoreColumn;
  /** `-Z'' (ohm)`. */
  readonly title: string;
  /** True when the title names no unit. */
  readonly unitAssumed: boolean;
}

const NEGATIVE = /^(?:[-−–]\s*|(?:neg(?:ative|\.)?|minus)[\s_.]+)/iu;
const UNIT = /\s*(?:\(([^()]*)\)|\[([^[\]]*)\]|\/\s*([^/\s()]+(?:\/s)?))\s*$/u;
const UNIT_LIKE =
  /^(?:[kMGmuµ]?(?:Hz|hz|S|Siemens|Ω|Ohms?|ohms?|OHMS?)|rad(?:\/s)?|deg|degrees?|°|Hertz|Ohm[.·]?cm.*|.*cm.?\^?2)$/u;

/** The title of a spectrum's column, or undefined for any other. */
export function understandImpedanceTitle(text: string): UnderstoodTitle | undefined {
  const whole = text
    .normalize('NFKC')
    .replace(/^[#%\s\uFEFF]+/u, '')
    .trim();
  const unit = unitOf(whole);
  const negative = NEGATIVE.exec(unit.rest)?.[0] ?? '';
  const quantity = BY_NAME.get(skeleton(unit.rest.slice(negative.length)));
  if (!quantity) return undefined;
  const { name, plain } = quantity;
  const title = `${negative === '' ? '' : '-'}${plain} (${unit.unit ?? quantity.unit})`;
  return { name, title, unitAssumed: unit.unit === undefined };
}

/** `Re(Z)` has no unit, `Re(Z) (Ohm)` and `Re(Z)/Ohm` have. */
function unitOf(title: string): { readonly rest: string; readonly unit: string | undefined } {
  const match = UNIT.exec(title);
  const written = (match?.[1] ?? match?.[2] ?? match?.[3])?.trim();
  if (!match || written === undefined || !UNIT_LIKE.test(written)) return { rest: title, unit: undefined };
  const unit = /^deg|^°/u.test(written) ? 'deg' : written.replace(/^Siemens$/u, 'S');
  return { rest: title.slice(0, match.index), unit };
}

/** One spelling for quotes and primes; `Re(Z)`, `Re Z` and `re_z` agree. */
function skeleton(name: string): string {
  return name
    .replace(/["”″]|['’′`´]{2}/gu, "''")
    .replace(/[’′`´]/gu, "'")
    .replace(/\(\s*([ZY])\s*\)/giu, '$1')
    .replace(/[\s_.\-–:]/gu, '')
    .toLowerCase();
}
