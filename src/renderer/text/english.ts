/** The English catalogue: one file a section, one section a part of the window. */
import { app } from './english/app.ts';
import { changes } from './english/changes.ts';
import { commands } from './english/commands.ts';
import { compare } from './english/compare.ts';
import { cycling } from './english/cycling.ts';
import { data } from './english/data.ts';
import { diffraction } from './english/diffraction.ts';
import { diffractionAmounts } from './english/diffractionAmounts.ts';
import { diffractionBackground } from './english/diffractionBackground.ts';
import { diffractionPhases } from './english/diffractionPhases.ts';
import { diffractionPeaks } from './english/diffractionPeaks.ts';
import { fields } from './english/fields.ts';
import { impedance } from './english/impedance.ts';
import { impedanceArrhenius } from './english/impedanceArrhenius.ts';
import { impedanceBlank } from './english/impedanceBlank.ts';
import { impedanceBatch } from './english/impedanceBatch.ts';
import { impedanceFit } from './english/impedanceFit.ts';
import { impedanceNumbers } from './english/impedanceNumbers.ts';
import { impedanceSeries } from './english/impedanceSeries.ts';
import { impedanceSign } from './english/impedanceSign.ts';
import { impedanceTests } from './english/impedanceTests.ts';
import { layer } from './english/layer.ts';
import { receipt } from './english/receipt.ts';
import { state } from './english/state.ts';
import { storage } from './english/storage.ts';
import { toolbar } from './english/toolbar.ts';
import { tree } from './english/tree.ts';
import { views } from './english/views.ts';

export const english = {
  app,
  changes,
  commands,
  compare,
  cycling,
  data,
  diffraction,
  diffractionAmounts,
  diffractionBackground,
  diffractionPhases,
  diffractionPeaks,
  fields,
  impedance,
  impedanceArrhenius,
  impedanceBatch,
  impedanceFit,
  impedanceNumbers,
  impedanceSeries,
  impedanceSign,
  impedanceBlank,
  impedanceTests,
  layer,
  receipt,
  state,
  storage,
  toolbar,
  tree,
  views,
};
