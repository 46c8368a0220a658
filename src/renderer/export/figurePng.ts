/** Pixels of a figure for slides and submission systems that take no vectors. */
import type { FigureStyle } from '#figures/figure.ts';
import { pngWithDpi } from '#figures/pngWithDpi.ts';
import { figureFontBytes } from '../components/figureFont.ts';

const MM_PER_INCH = 25.4;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}

/** An SVG drawn as an image sees none of the page's fonts and has to bring its own. */
async function withFont(svg: string): Promise<string> {
  const font = base64(new Uint8Array(await figureFontBytes()));
  const face = `@font-face{font-family:Arimo;src:url(data:font/ttf;base64,${font})}`;
  return svg.replace(/(<svg\b[^>]*>)/, `$1<style>${face}</style>`);
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the picture is too large for this browser'));
    }, 'image/png');
  });
}

export async function figurePng(
  svg: string,
  { width_mm, height_mm }: Pick<FigureStyle, 'width_mm' | 'height_mm'>,
  dpi: number,
): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round((width_mm / MM_PER_INCH) * dpi);
  canvas.height = Math.round((height_mm / MM_PER_INCH) * dpi);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(await imageOf(await withFont(svg)), 0, 0, canvas.width, canvas.height);
  const blob = await blobOf(canvas);
  return pngWithDpi(new Uint8Array(await blob.arrayBuffer()), dpi);
}
