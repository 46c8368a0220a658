import { expect, test } from 'vitest';
import { notedFacts } from '#core/compare/notedFacts.ts';

test('notes are read where they use the words that are looked for', () => {
  const notes = 'glove box 2; batch: B2\nended: power cut; thickness after: 24 µm, SEM\nXPS on the twin';
  expect(notedFacts({ notes: notes.replace(', SEM', '') })).toEqual({
    batch: 'B2',
    endReason: 'power cut',
    laterThickness_um: 24,
    hasXps: true,
  });
});

test.each(['XPS', 'XPS on the twin; SEM not done', 'no SEM, XPS after 50 cycles', 'batch: 3\nXPS done'])(
  'photoelectron spectra are part of the study: %s',
  (notes) => {
    expect(notedFacts({ notes }).hasXps).toBe(true);
  },
);

test.each([
  'no XPS',
  'XPS not done',
  'XPS: none',
  'without XPS',
  "XPS wasn't possible",
  'XPS planned for May',
  'XPS to be done',
  'No XPS; batch: 3',
  'neither SEM nor XPS',
  'eXPSure',
])('a note that says there are none is no photoelectron spectrum: %s', (notes) => {
  expect(notedFacts({ notes }).hasXps).toBe(false);
});

test('other notes say nothing, and a thickness without its unit is none', () => {
  const nothing = { batch: null, endReason: null, laterThickness_um: null, hasXps: false };
  expect(notedFacts({ notes: 'from the second batch, expanded: by a lot' })).toEqual(nothing);
  expect(notedFacts({ notes: 'thickness after: 24' })).toEqual(nothing);
});
