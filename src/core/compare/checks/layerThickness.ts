/** Mercury does not multiply: a film can only be as thick as its mercury allows in its fullest phase. */
import { cannotTell, type CheckCell } from '#core/compare/checks/crossCheck.ts';
import { layerFilm } from '#core/compare/checks/layerFilm.ts';
import { isAmalgam } from '#core/compare/cellEvidence.ts';
import { layerMilestones } from '#core/layer/layerMilestones.ts';
import { hgMass_mgPerCm2 } from '#core/layer/hgInventory.ts';
import { compareWords } from '#core/text/compareWords.ts';

/** Uncertainty of a thickness read from a micrograph. */
const UNCERTAINTY = 0.1;

export const layerThickness: CheckCell = ({ cell, laterThickness_um = null }) => {
  if (!isAmalgam(cell)) return null;
  const film = layerFilm(cell);
  // With the inventory weighed, the thickness stated is held against it; otherwise a later thickness is.
  const stated_um = laterThickness_um ?? (cell.arealHg_mgPerCm2 === null ? null : cell.layerThickness_um);
  if (!film) return cannotTell(compareWords.check.needsInventory());
  const thicknesses = layerMilestones(film).map(({ thickness_um }) => thickness_um);
  const [least_um, most_um] = [Math.min(...thicknesses), Math.max(...thicknesses)];
  const fullest = film.system.phases.at(-1)?.id ?? '';
  if (stated_um === null || !Number.isFinite(most_um))
    return { ...cannotTell(compareWords.check.oneThickness(most_um, fullest)), numbers: { most_um } };
  const fits = stated_um <= most_um * (1 + UNCERTAINTY) && stated_um >= least_um * (1 - UNCERTAINTY);
  const hg_mgPerCm2 = hgMass_mgPerCm2(film.hg_molPerCm2);
  return {
    verdict: fits ? 'agrees' : 'disagrees',
    text: compareWords.check.layerThickness({ hg_mgPerCm2, least_um, most_um, fullest, stated_um }),
    numbers: { hg_mgPerCm2, least_um, most_um, stated_um },
  };
};
