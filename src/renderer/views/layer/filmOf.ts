/** The film that the settings describe, or why there is none. */
import { amalgamSystemOf, METALS_WITHOUT_AMALGAM } from '#core/layer/amalgamSystems.ts';
import { hgOfFilm_molPerCm2, hgOfMass_molPerCm2 } from '#core/layer/hgInventory.ts';
import type { Film } from '#core/layer/layerTrajectory.ts';
import { text } from '../../text/text.ts';
import type { LayerSettings } from './layerSettings.ts';

export type FilmOutcome =
  | { readonly ok: true; readonly film: Omit<Film, 'exchange_perHour'> }
  | { readonly ok: false; readonly reason: string };

export function filmOf(settings: LayerSettings): FilmOutcome {
  const { metal, phase } = settings;
  const system = amalgamSystemOf(metal);
  if (!system) return { ok: false, reason: METALS_WITHOUT_AMALGAM.get(metal) ?? text.layer.cannot };
  const hg_molPerCm2 =
    settings.amount === 'mass'
      ? hgOfMass_molPerCm2(settings.mass_mgPerCm2)
      : (hgOfFilm_molPerCm2(system, phase, settings.thickness_um) ?? NaN);
  if (Number.isNaN(hg_molPerCm2)) return { ok: false, reason: text.layer.noVolume(phase) };
  const startMetalPerHg = system.phases.find(({ id }) => id === phase)?.metalPerHg ?? 0;
  return { ok: true, film: { system, hg_molPerCm2, startMetalPerHg } };
}
