/** All that the window shows when a newer version of the program made the study database. */
import { Alert, Button, MantineProvider } from '@mantine/core';
import { text } from '../text/text.ts';
import { theme } from './theme.ts';

export function NewerDatabase() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Alert color="orange" title={text.storage.newerTitle} m="md">
        <p>{text.storage.newer}</p>
        <Button
          size="xs"
          onClick={() => {
            window.location.reload();
          }}
        >
          {text.app.tryAgain}
        </Button>
      </Alert>
    </MantineProvider>
  );
}
