import type { AmalgamSystem } from '#core/layer/amalgamSystem.ts';
import { AMALGAM_SYSTEMS, amalgamSystemOf, METALS_WITHOUT_AMALGAM } from '#core/layer/amalgamSystems.ts';
import { hgMass_mgPerCm2, hgOfFilm_molPerCm2, hgOfMass_molPerCm2 } from '#core/layer/hgInventory.ts';
import { layerMilestones } from '#core/layer/layerMilestones.ts';
import { layerTrajectory } from '#core/layer/layerTrajectory.ts';
import { liquidDiffusion, type LiquidDiffusion } from '#core/layer/liquidDiffusion.ts';
import type { Film, LayerPoint } from '#core/layer/layerTrajectory.ts';
import { answer, positiveOption } from '../answer.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { words } from '../text/english.ts';
import { layerWords } from '../text/layerWords.ts';

const MINUTES_PER_HOUR = 60;
const SECONDS_PER_HOUR = 3600;
/** Beyond this the potential is named as doubtful, V. */
const DOUBTFUL_V = 0.05;

export const layer: Command = {
  name: 'layer',
  summary: layerWords.summary,
  operands: '--thickness-um T --current J --direction strip|plate --time-min M',
  options: {
    metal: { type: 'string', value: 'METAL', description: layerWords.metalOption() },
    phase: { type: 'string', value: 'ID', description: layerWords.phaseOption() },
    'thickness-um': { type: 'string', value: 'UM', description: layerWords.thicknessOption() },
    'hg-mg-cm2': { type: 'string', value: 'MG', description: layerWords.massOption() },
    current: { type: 'string', value: 'MA', description: layerWords.currentOption() },
    direction: { type: 'string', value: 'WAY', description: layerWords.directionOption() },
    'time-min': { type: 'string', value: 'MIN', description: layerWords.timeOption() },
    exchange: { type: 'string', value: 'K', description: layerWords.exchangeOption() },
    json: { type: 'boolean', description: words.jsonOption() },
  },
  run(invocation, terminal) {
    if (invocation.files.length > 0) throw new UsageError(layerWords.noFiles());
    const film = filmOf(invocation);
    const sign = directionOf(invocation);
    const step = {
      duration_h: required(invocation, 'time-min') / MINUTES_PER_HOUR,
      current_mAPerCm2: sign * required(invocation, 'current'),
    };
    const point = layerTrajectory(film, [step]).at(-1);
    if (!point) throw new Error('a step leads to a point');
    const { current_mAPerCm2, duration_h } = step;
    const diffusion = liquidDiffusion(
      film.system,
      film.hg_molPerCm2,
      Math.abs(current_mAPerCm2),
      duration_h * SECONDS_PER_HOUR,
    );
    return answer([layerAnswer(film, point, diffusion)], invocation, terminal);
  },
};

function required(invocation: Invocation, name: string): number {
  const value = positiveOption(invocation, name);
  if (value === null) throw new UsageError(layerWords.missing(name));
  return value;
}

function textOption({ options }: Invocation, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

function directionOf(invocation: Invocation): 1 | -1 {
  const text = textOption(invocation, 'direction');
  if (text === undefined) throw new UsageError(layerWords.missing('direction'));
  if (text !== 'strip' && text !== 'plate') throw new UsageError(layerWords.badDirection(text));
  return text === 'plate' ? 1 : -1;
}

function systemOf(invocation: Invocation): AmalgamSystem {
  const metal = textOption(invocation, 'metal') ?? 'Li';
  const why = METALS_WITHOUT_AMALGAM.get(metal);
  if (why !== undefined) throw new UsageError(layerWords.noAmalgam(metal, why));
  const system = amalgamSystemOf(metal);
  const known = AMALGAM_SYSTEMS.map((each) => each.metal);
  if (!system) throw new UsageError(layerWords.unknownMetal(metal, known));
  return system;
}

function filmOf(invocation: Invocation): Film {
  const system = systemOf(invocation);
  const phase = textOption(invocation, 'phase') ?? (system.metal === 'Li' ? 'LiHg3' : 'Hg');
  const known = ['Hg', ...system.phases.map(({ id }) => id)];
  if (!known.includes(phase)) throw new UsageError(layerWords.unknownPhase(phase, known));
  return {
    system,
    hg_molPerCm2: inventoryOf(invocation, system, phase),
    startMetalPerHg: system.phases.find(({ id }) => id === phase)?.metalPerHg ?? 0,
    exchange_perHour: exchangeOf(invocation),
  };
}

function inventoryOf(invocation: Invocation, system: AmalgamSystem, phase: string): number {
  const thickness_um = positiveOption(invocation, 'thickness-um');
  const mass_mgPerCm2 = positiveOption(invocation, 'hg-mg-cm2');
  if (thickness_um !== null && mass_mgPerCm2 !== null) throw new UsageError(layerWords.oneInventory());
  if (mass_mgPerCm2 !== null) return hgOfMass_molPerCm2(mass_mgPerCm2);
  if (thickness_um === null) throw new UsageError(layerWords.missing('thickness-um'));
  const hg_molPerCm2 = hgOfFilm_molPerCm2(system, phase, thickness_um) ?? NaN;
  if (Number.isNaN(hg_molPerCm2)) throw new UsageError(layerWords.noVolume(phase));
  return hg_molPerCm2;
}

function exchangeOf(invocation: Invocation): number {
  const text = textOption(invocation, 'exchange') ?? '0';
  const value = text === 'inf' ? Infinity : text.trim() === '' ? NaN : Number(text);
  if (!(value >= 0)) throw new UsageError(layerWords.badExchange(text));
  return value;
}

const numberOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

function layerAnswer(film: Film, point: LayerPoint, diffusion: LiquidDiffusion | null) {
  const notes = notesOf(film, point);
  const { exhausted_mAhPerCm2: exhausted } = point;
  const document = {
    metal: film.system.metal,
    hg_mgPerCm2: hgMass_mgPerCm2(film.hg_molPerCm2),
    charge_mAhPerCm2: point.charge_mAhPerCm2,
    y: point.metalPerHg,
    phases: point.phases,
    liquidVolumeFraction: numberOrNull(point.liquidVolumeFraction),
    thickness_um: numberOrNull(point.thickness_um),
    freeMetal_um: numberOrNull(point.freeMetal_um),
    potential_V: numberOrNull(point.potential_V),
    potentialError_V: numberOrNull(point.potentialError_V),
    ...(exhausted > 0 && { exhausted_mAhPerCm2: exhausted }),
    milestones: layerMilestones(film).map((each) => ({
      ...each,
      thickness_um: numberOrNull(each.thickness_um),
    })),
    diffusion,
    notes,
    source: film.system.source,
    problem: null,
  };
  return {
    file: 'layer',
    document,
    text: `${[...rowsOf(film, point), ...diffusionRows(diffusion), ...notes].join('\n')}\n`,
  };
}

function notesOf(film: Film, point: LayerPoint): string[] {
  return [
    ...(film.exchange_perHour === 0 ? [layerWords.isolated()] : []),
    ...(point.exhausted_mAhPerCm2 > 0 ? [layerWords.exhausted(point.exhausted_mAhPerCm2)] : []),
    ...(point.potentialError_V > DOUBTFUL_V ? [layerWords.plateauDoubt(point.potentialError_V)] : []),
    ...(point.isBeyondModel ? [layerWords.beyond()] : []),
  ];
}

/** Only what does not follow from the film's own numbers at a glance; all of it is in the JSON. */
function diffusionRows(diffusion: LiquidDiffusion | null): string[] {
  if (!diffusion) return [];
  const { evensOut_s, limitingCurrent_mAPerCm2, dissolved_mAhPerCm2, lasts_s } = diffusion;
  return [
    layerWords.row('liquid evens out within', `${evensOut_s.toPrecision(3)} s`),
    layerWords.row('limiting current of it', `${limitingCurrent_mAPerCm2.toPrecision(3)} mA/cm²`),
    layerWords.row(
      'dissolved in it',
      `${dissolved_mAhPerCm2.toPrecision(3)} mAh/cm², ${lasts_s.toPrecision(3)} s at this current`,
    ),
  ];
}

function rowsOf({ system, hg_molPerCm2 }: Film, point: LayerPoint): string[] {
  const known = (value: number, text: string) => (Number.isFinite(value) ? text : '–');
  const phases = point.phases.map(({ id, hgFraction }) => `${id} ${(100 * hgFraction).toFixed(1)} %`);
  return [
    layerWords.row('charge', `${point.charge_mAhPerCm2.toFixed(4)} mAh/cm²`),
    layerWords.row('mercury', `${hgMass_mgPerCm2(hg_molPerCm2).toFixed(3)} mg/cm²`),
    layerWords.row(`${system.metal} per Hg`, point.metalPerHg.toFixed(4)),
    layerWords.row('phases (share of Hg)', phases.join(', ')),
    layerWords.row(
      'liquid by volume',
      known(point.liquidVolumeFraction, `${(100 * point.liquidVolumeFraction).toFixed(1)} %`),
    ),
    layerWords.row('thickness', known(point.thickness_um, `${point.thickness_um.toFixed(2)} µm`)),
    layerWords.row('free metal', known(point.freeMetal_um, `${point.freeMetal_um.toFixed(2)} µm`)),
    layerWords.row(
      `potential against ${system.metal}`,
      known(point.potential_V, `${point.potential_V.toFixed(3)} ± ${point.potentialError_V.toFixed(3)} V`),
    ),
  ];
}
