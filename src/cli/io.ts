/** What a command sees of the world around it, so that tests can be that world. */

export interface Io {
  /** Writes data to standard output; resolves when there is room for more. */
  out(data: string | Uint8Array): Promise<void>;
  /** Writes a message to standard error. */
  err(message: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Width of the terminal that standard output is, or null when it is none. */
  readonly columns: number | null;
  /** Whether standard error is a terminal. */
  readonly errIsTerminal: boolean;
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves when the user asks the program to stop. */
  interrupted(): Promise<void>;
}
