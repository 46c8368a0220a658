/** The circuit drawn; a click on an element adds beside it, changes it or takes it out. */
import { Menu } from '@mantine/core';
import type { Circuit } from '#core/eis/circuit.ts';
import { circuitPicture, type PictureElement } from '#core/eis/circuitPicture.ts';
import { addInParallel, addInSeries, changeElement, removeElement } from '#core/eis/editCircuit.ts';
import { ELEMENTS } from '#core/eis/elements.ts';
import { circuitText } from '#core/eis/formatImpedancePy.ts';
import { text } from '../../../text/text.ts';
import { ElementSymbolShape } from './ElementSymbolShape.tsx';

const words = text.impedanceFit;

export interface CircuitPictureProps {
  readonly circuit: Circuit;
  readonly onCircuit: (circuit: Circuit) => void;
}

const EDITS = [
  { label: words.addSeries, edit: addInSeries },
  { label: words.addParallel, edit: addInParallel },
  { label: words.change, edit: changeElement },
] as const;

function ElementMenu({ circuit, onCircuit, name }: CircuitPictureProps & { readonly name: string }) {
  return (
    <Menu.Dropdown>
      {EDITS.map(({ label, edit }) => (
        <div key={label}>
          <Menu.Label>{label}</Menu.Label>
          <div className="element-codes">
            {ELEMENTS.map((element) => (
              <Menu.Item
                key={element.code}
                title={element.name}
                onClick={() => {
                  onCircuit(edit(circuit, name, element.code));
                }}
              >
                {element.code}
              </Menu.Item>
            ))}
          </div>
        </div>
      ))}
      <Menu.Divider />
      <Menu.Item
        color="red"
        onClick={() => {
          onCircuit(removeElement(circuit, name));
        }}
      >
        {words.remove}
      </Menu.Item>
    </Menu.Dropdown>
  );
}

function DrawnElement(props: CircuitPictureProps & { readonly element: PictureElement }) {
  const { element } = props;
  const { x, y, width, height, name, label } = element;
  return (
    <Menu width={300} position="bottom" withArrow>
      <Menu.Target>
        <g className="circuit-element" role="button" tabIndex={0} aria-label={words.elementMenu(name)}>
          <rect x={x} y={y - 16} width={width} height={height + 32} className="circuit-touch" />
          <ElementSymbolShape element={element} />
          <text x={x + width / 2} y={y - 5} textAnchor="middle">
            {name}
          </text>
          <text x={x + width / 2} y={y + height + 12} textAnchor="middle" className="circuit-label">
            {label}
          </text>
        </g>
      </Menu.Target>
      <ElementMenu {...props} name={name} />
    </Menu>
  );
}

export function CircuitPicture(props: CircuitPictureProps) {
  const picture = circuitPicture(props.circuit.root);
  const { width, height, wires, dots, elements } = picture;
  return (
    <div className="circuit-picture">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        style={{ minWidth: 0.7 * width, maxWidth: width }}
        role="group"
        aria-label={words.pictureOf(circuitText(props.circuit))}
      >
        {wires.map((points, at) => (
          <polyline key={at} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        ))}
        {dots.map(({ x, y }) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={2.5} className="circuit-dot" />
        ))}
        {elements.map((element) => (
          <DrawnElement key={element.name} {...props} element={element} />
        ))}
      </svg>
    </div>
  );
}
