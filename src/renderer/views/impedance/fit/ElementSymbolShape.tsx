/** The symbol of an element within its box; wires meet it in the middle of its left and right side. */
import type { ElementSymbol, PictureElement } from '#core/eis/circuitPicture.ts';

type Path = (box: Pick<PictureElement, 'x' | 'y' | 'width' | 'height'>) => string;

/** Distance of the plates of a capacitor. */
const GAP = 8;
const TURNS = 4;

/** Two plates, straight or bent, with wire up to them. */
function plates(bend: number): Path {
  return ({ x, y, width, height }) => {
    const [middle, left, right] = [y + height / 2, x + (width - GAP) / 2, x + (width + GAP) / 2];
    const plate = (at: number) => `M${at - bend},${y} L${at},${middle} L${at - bend},${y + height}`;
    return `M${x},${middle} H${left} M${right},${middle} H${x + width} ${plate(left)} ${plate(right)}`;
  };
}

const coil: Path = ({ x, y, width, height }) => {
  const turn = width / TURNS;
  const arcs = Array.from({ length: TURNS }, () => `a${turn / 2},${turn / 2} 0 0 1 ${turn},0`);
  return `M${x},${y + height / 2} ${arcs.join(' ')}`;
};

const box: Path = ({ x, y, width, height }) => `M${x},${y} h${width} v${height} h${-width} Z`;

const PATHS: Readonly<Record<ElementSymbol, Path>> = {
  resistor: ({ height, y, ...rest }) => box({ ...rest, y: y + height / 6, height: (2 * height) / 3 }),
  capacitor: plates(0),
  'constant-phase': plates(7),
  inductor: coil,
  block: box,
};

export function ElementSymbolShape({ element }: { readonly element: PictureElement }) {
  const { symbol, code, x, y, width, height } = element;
  return (
    <>
      <path d={PATHS[symbol](element)} className={symbol === 'block' ? 'circuit-block' : undefined} />
      {symbol === 'block' && (
        <text x={x + width / 2} y={y + height / 2 + 4} textAnchor="middle">
          {code}
        </text>
      )}
    </>
  );
}
