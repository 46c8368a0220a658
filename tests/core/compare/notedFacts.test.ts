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

test('other notes say nothing, and a thickness without its unit is none', () => {
  const nothing = { batch: null, endReason: null, laterThickness_um: null, hasXps: false };
  expect(notedFacts({ notes: 'from the second batch, expanded: by a lot' })).toEqual(nothing);
  expect(notedFacts({ notes: 'thickness after: 24' })).toEqual(nothing);
});
