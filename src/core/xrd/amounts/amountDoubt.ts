/** Why amounts from a pattern may not mean what they seem to. */

/** Facts of each doubt, by its code. */
export interface AmountDoubtFacts {
  /** Substrate and film are layers: their ratio tells the thickness, not a composition. */
  readonly 'substrate-seen': { readonly substrate: string };
  /** A film thinner than the depth that its phase is seen to. */
  readonly 'thinner-than-depth': { readonly phase: string; readonly t99_um: number };
  /** Coarser grains of it are underrated or overrated. */
  readonly microabsorption: { readonly phase: string; readonly largestGrain_um: number };
  /** What is not crystalline has no share. */
  readonly 'crystalline-only': object;
  /** A halo is seen: its share of the counts, which is none by weight. */
  readonly amorphous: { readonly halo: string; readonly share: number };
  /** Shares of one phase are 100 % whatever the sample is. */
  readonly 'single-phase': { readonly phase: string };
  readonly 'poor-fit': object;
  readonly 'undecided-left-out': { readonly phases: readonly string[] };
  readonly 'unexplained-peaks': { readonly peaks: number };
  /** Their common lines lie too close: what one has of them is the other's loss. */
  readonly 'lihg-overlap': object;
  /** A powder diffraction file number that names a phase, and could not be compared. */
  readonly 'card-not-compared': { readonly phase: string; readonly card: string };
  /** Lines change with lanthanum content and order, and the card states neither. */
  readonly 'llto-composition': { readonly phase: string };
  readonly 'uncertain-structure': { readonly phase: string };
  /** No RIR, no share in a layer. */
  readonly 'no-free-line': { readonly phase: string };
  /** A list of lines or a cell has no density. */
  readonly 'no-structure': { readonly phase: string };
  /** Both methods see one pattern: where they differ, lines of a phase do. */
  readonly 'methods-disagree': { readonly phase: string; readonly difference: number };
  /** An amalgam or a soft metal beside what it is usually put on. */
  readonly 'layer-likely': { readonly film: string; readonly other: string };
  readonly 'substrate-not-found': { readonly substrate: string };
  /** Seen although a closed film of the given thickness would hide it. */
  readonly 'substrate-through-film': { readonly substrate: string; readonly through: number };
  readonly 'thickness-contradicts': { readonly given_um: number; readonly apparent_um: number };
  readonly 'attenuation-unknown': object;
}

export type AmountDoubtCode = keyof AmountDoubtFacts;

export type AmountDoubt<Code extends AmountDoubtCode = AmountDoubtCode> = {
  [Each in Code]: { readonly code: Each } & AmountDoubtFacts[Each];
}[Code];
