/** What diffusion allows the film once it is all liquid, at the current of the settings. */
import type { Film } from '#core/layer/layerTrajectory.ts';
import { liquidDiffusion, type SidesOfLiquid } from '#core/layer/liquidDiffusion.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { digits } from '../../text/digits.ts';
import { text } from '../../text/text.ts';

const words = text.layer.diffusion;

function sidesRow(name: string, { time_s, foilSide_molPerL, electrolyteSide_molPerL }: SidesOfLiquid) {
  return [
    words.after(name, digits(time_s, 3)),
    words.sides(digits(foilSide_molPerL, 4), digits(electrolyteSide_molPerL, 4)),
  ];
}

/** Null for a metal whose diffusivity is not known. The half cycle is that of the user's own protocol. */
export function diffusionTable(
  film: Pick<Film, 'system' | 'hg_molPerCm2'>,
  { current_mAPerCm2, halfCycle_min }: { readonly current_mAPerCm2: number; readonly halfCycle_min: number },
): ShownTable | null {
  const found = liquidDiffusion(film.system, film.hg_molPerCm2, current_mAPerCm2, 60 * halfCycle_min);
  if (!found) return null;
  return {
    titles: [words.title(digits(current_mAPerCm2)), words.value],
    rows: [
      [words.thickness, `${digits(found.thickness_um, 4)} µm`],
      [words.evensOut, `${digits(found.evensOut_s, 3)} s`],
      [words.limit, `${digits(found.limitingCurrent_mAPerCm2, 3)} mA/cm²`],
      [words.dissolved, words.lasts(digits(found.dissolved_mAhPerCm2, 3), digits(found.lasts_s, 3))],
      sidesRow(words.isolated, found.isolated),
      sidesRow(words.saturated, found.saturatedBeneath),
      ...(found.boundary_umPerH === null
        ? []
        : [[words.boundary, `${digits(found.boundary_umPerH, 3)} µm/h`]]),
    ],
  };
}
