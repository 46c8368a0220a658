/** Widths of printed text without a screen: the advance widths of Arimo, the font of every figure. */

/** Units of 1/2048 em of the characters from blank to tilde, from the font's hmtx table. */
const ADVANCES = [
  569, 569, 727, 1139, 1139, 1821, 1366, 391, 682, 682, 797, 1196, 569, 682, 569, 569, 1139, 1139, 1139, 1139,
  1139, 1139, 1139, 1139, 1139, 1139, 569, 569, 1196, 1196, 1196, 1139, 2079, 1366, 1366, 1479, 1479, 1366,
  1251, 1593, 1479, 569, 1024, 1366, 1139, 1706, 1479, 1593, 1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933,
  1366, 1366, 1251, 569, 569, 569, 961, 1139, 682, 1139, 1139, 1024, 1139, 1139, 569, 1139, 1139, 455, 455,
  1024, 455, 1706, 1139, 1139, 1139, 1139, 682, 1024, 569, 1139, 1024, 1479, 1024, 1024, 1024, 684, 532, 684,
  1196,
];
const OTHER_ADVANCE = 1196;
const FIRST_CODE = 32;
const UNITS_PER_EM = 2048;

/** Width of one line of text in the unit of the font size. */
export function textWidth(text: string, fontSize: number): number {
  let units = 0;
  for (const character of text) {
    units += ADVANCES[(character.codePointAt(0) ?? 0) - FIRST_CODE] ?? OTHER_ADVANCE;
  }
  return (units / UNITS_PER_EM) * fontSize;
}
