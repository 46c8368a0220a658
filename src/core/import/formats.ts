/** The registry of file formats, in the order in which they are asked. Menus, docs and tests iterate over it. */
import type { Format } from '#core/import/format.ts';
import { amalgamCsv } from '#core/import/formats/amalgamCsv.ts';
import { parstatText } from '#core/import/formats/ametek/parstatText.ts';
import { powerSuiteText } from '#core/import/formats/ametek/powerSuiteText.ts';
import { versaStudioPar } from '#core/import/formats/ametek/versaStudioPar.ts';
import { arbinCsv } from '#core/import/formats/arbin/arbinCsv.ts';
import { autolabText } from '#core/import/formats/autolab/autolabText.ts';
import { bdfCsv } from '#core/import/formats/bdf/bdfCsv.ts';
import { biologicMpr } from '#core/import/formats/biologic/biologicMpr.ts';
import { biologicMpt } from '#core/import/formats/biologic/biologicMpt.ts';
import { brml } from '#core/import/formats/bruker/brml.ts';
import { brukerRaw } from '#core/import/formats/bruker/brukerRaw.ts';
import { uxd } from '#core/import/formats/bruker/uxd.ts';
import { chiText } from '#core/import/formats/chinstruments/chiText.ts';
import { jcampPattern } from '#core/import/formats/diffraction/jcampPattern.ts';
import { gamryDta } from '#core/import/formats/gamry/gamryDta.ts';
import { genericDiffraction } from '#core/import/formats/genericDiffraction.ts';
import { genericImpedance } from '#core/import/formats/genericImpedance.ts';
import { genericTable } from '#core/import/formats/genericTable.ts';
import { gsasRaw } from '#core/import/formats/gsas/gsasRaw.ts';
import { iviumIdf } from '#core/import/formats/ivium/iviumIdf.ts';
import { newareFlat } from '#core/import/formats/neware/newareFlat.ts';
import { newareLayered } from '#core/import/formats/neware/newareLayered.ts';
import { otherVendors } from '#core/import/formats/otherVendors.ts';
import { xrdml } from '#core/import/formats/panalytical/xrdml.ts';
import { cif, phaseLines } from '#core/import/formats/phaseFile.ts';
import { psSession } from '#core/import/formats/palmsens/psSession.ts';
import { psTraceCsv } from '#core/import/formats/palmsens/psTraceCsv.ts';
import { relaxisText } from '#core/import/formats/relaxis/relaxisText.ts';
import { ras } from '#core/import/formats/rigaku/ras.ts';
import { rasx } from '#core/import/formats/rigaku/rasx.ts';
import { zviewText } from '#core/import/formats/zview/zviewText.ts';

export const FORMATS: readonly Format[] = [
  amalgamCsv,
  biologicMpr,
  biologicMpt,
  newareLayered,
  newareFlat,
  arbinCsv,
  bdfCsv,
  gamryDta,
  zviewText,
  relaxisText,
  chiText,
  versaStudioPar,
  parstatText,
  powerSuiteText,
  autolabText,
  iviumIdf,
  psTraceCsv,
  psSession,
  xrdml,
  brukerRaw,
  brml,
  uxd,
  ras,
  rasx,
  gsasRaw,
  jcampPattern,
  cif,
  phaseLines,
  otherVendors,
  genericImpedance,
  genericTable,
  genericDiffraction,
];
