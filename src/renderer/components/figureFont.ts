/** Arimo, the font of every figure. Text is measured with it, so it must be there before anything is drawn. */
import address from '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf?url';

let bytes: Promise<ArrayBuffer> | null = null;
let loaded: Promise<void> | null = null;

export function figureFontBytes(): Promise<ArrayBuffer> {
  bytes ??= fetch(address).then((response) => response.arrayBuffer());
  return bytes;
}

async function load(): Promise<void> {
  const face = new FontFace('Arimo', await figureFontBytes());
  document.fonts.add(await face.load());
}

export function loadFigureFont(): Promise<void> {
  loaded ??= load();
  return loaded;
}
