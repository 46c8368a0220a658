/**
 * Colours of a series of measurements of one kind, from dark blue to yellow: even in lightness, so that the order shows
 * in grey and to every kind of colour vision. Stations after "cividis" (Nuñez, Anderton & Renslow, PLoS ONE 13 (2018)
 * e0199239), without its lightest end, which paper would swallow.
 */
const STATIONS = [
  [0, 50, 110],
  [60, 80, 110],
  [105, 108, 113],
  [148, 139, 116],
  [197, 174, 92],
  [222, 194, 66],
] as const;

function hexByte(value: number): string {
  return Math.round(value).toString(16).padStart(2, '0').toUpperCase();
}

function colourAt(share: number): string {
  const place = Math.min(Math.max(share, 0), 1) * (STATIONS.length - 1);
  const at = Math.min(Math.floor(place), STATIONS.length - 2);
  const [from, to] = [STATIONS[at] ?? STATIONS[0], STATIONS[at + 1] ?? STATIONS[0]];
  const channels = [0, 1, 2].map((c) => (from[c] ?? 0) + (place - at) * ((to[c] ?? 0) - (from[c] ?? 0)));
  return `#${channels.map(hexByte).join('')}`;
}

/** `#RRGGBB` of each of `count` measurements in their order. */
export function seriesColours(count: number): readonly string[] {
  return Array.from({ length: count }, (_, k) => colourAt(count < 2 ? 0 : k / (count - 1)));
}
