/** Size, font, lines and resolution of an exported figure. */
import { NumberInput, Title } from '@mantine/core';
import { text } from '../text/text.ts';

const words = text.cycling;

export interface FigureSize {
  readonly width_mm: number;
  readonly height_mm: number;
  readonly font_pt: number;
  readonly line_pt: number;
  readonly dpi: number;
}

const SIZES = [
  { name: 'width_mm', label: words.width, unit: 'mm', min: 40, max: 500, step: 1 },
  { name: 'height_mm', label: words.height, unit: 'mm', min: 30, max: 500, step: 1 },
  { name: 'font_pt', label: words.font, unit: 'pt', min: 6, max: 30, step: 0.5 },
  { name: 'line_pt', label: words.line, unit: 'pt', min: 0.1, max: 5, step: 0.25 },
  { name: 'dpi', label: words.dpi, unit: 'dpi', min: 72, max: 1200, step: 1 },
] as const;

export interface FigureSizeFormProps {
  readonly size: FigureSize;
  readonly update: (patch: Partial<FigureSize>) => void;
}

export function FigureSizeForm({ size, update }: FigureSizeFormProps) {
  return (
    <section>
      <Title order={6}>{words.size}</Title>
      <div className="size-form">
        {SIZES.map(({ name, label, unit, ...limits }) => (
          <NumberInput
            key={name}
            size="xs"
            label={label}
            suffix={` ${unit}`}
            {...limits}
            clampBehavior="blur"
            value={size[name]}
            onChange={(value) => {
              if (typeof value === 'number' && value >= limits.min && value <= limits.max)
                update({ [name]: value });
            }}
          />
        ))}
      </div>
    </section>
  );
}
