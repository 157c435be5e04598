/** Catches what breaks while drawing, so that the page is never blank. */

import { Button, Code, Text } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { TEXTS } from "../texts.ts";
import { Message } from "./states.tsx";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** Shows a message with the way back instead of the part that failed. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <Message
        alert
        title={TEXTS.broken}
        actions={
          <Button.Group>
            <Button size="xs" onClick={() => this.setState({ error: null })}>
              {TEXTS.tryAgain}
            </Button>
            <Button size="xs" variant="default" component="a" href="/">
              {TEXTS.startOver}
            </Button>
          </Button.Group>
        }
      >
        <Text size="sm">{TEXTS.brokenRemedy}</Text>
        <Code>{error.message}</Code>
      </Message>
    );
  }
}
