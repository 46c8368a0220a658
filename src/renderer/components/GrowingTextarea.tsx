import { Textarea, type TextareaProps } from '@mantine/core';

/**
 * A text field that grows with what is typed, by the browser's own layout: measuring each field in a script makes the page
 * lay itself out once per field. Where the browser cannot, the field scrolls and can be dragged larger.
 */
export function GrowingTextarea(props: TextareaProps) {
  return <Textarea resize="vertical" {...props} styles={{ input: { fieldSizing: 'content' } }} />;
}
