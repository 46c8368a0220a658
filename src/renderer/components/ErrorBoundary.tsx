/** Keeps a fault of one part of the window from taking the rest with it. */
import { Alert, Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { text } from '../text/text.ts';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly fault: string | null;
}

export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { fault: null };

  static getDerivedStateFromError(error: unknown): State {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children;
    return (
      <Alert color="red" title={text.app.crashTitle} m="md">
        <p>{text.app.crashText}</p>
        <p>
          <code>{this.state.fault}</code>
        </p>
        <Button
          size="xs"
          onClick={() => {
            this.setState({ fault: null });
          }}
        >
          {text.app.tryAgain}
        </Button>
      </Alert>
    );
  }
}
