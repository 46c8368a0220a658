/** Sizes and fonts of the window; colours are Mantine's, light and dark. */
import { createTheme } from '@mantine/core';

const SYSTEM_FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

export const theme = createTheme({
  fontFamily: SYSTEM_FONT,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  headings: { fontFamily: SYSTEM_FONT, fontWeight: '600' },
  primaryColor: 'blue',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
