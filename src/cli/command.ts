/** What a command is: a plain object from which its help, its flags and its run are made. */

import type { Io } from "./io.ts";

export interface OptionSpec {
  /** As commander reads them: `-o, --output <file>`. */
  readonly flags: string;
  readonly description: string;
  /** May be given several times; the values are a list. */
  readonly many?: boolean;
  /** A flag that stands for 1 alone and takes 0 or 1. */
  readonly toggle?: boolean;
}

export interface Invocation {
  /** Arguments in order; a variadic one is a list, one left out undefined. */
  readonly args: readonly (string | readonly string[] | undefined)[];
  /** Options by their camel-case name: a text, true, or a list for `many`. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly io: Io;
}

export interface Command {
  readonly arguments: readonly { readonly syntax: string; readonly description: string }[];
  readonly options: readonly OptionSpec[];
  readonly description: string;
  readonly examples: readonly string[];
  /** Gives the exit code. */
  run(invocation: Invocation): Promise<number>;
}

/** A command before its module is loaded. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** An argument that is one text or missing. */
export const textAt = ({ args }: Invocation, place: number): string | undefined => {
  const value = args[place];
  return typeof value === "string" ? value : undefined;
};

/** An option that takes a text. */
export const textOption = ({ options }: Invocation, name: string): string | undefined => {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
};

/** An option that is there or not. */
export const isSet = ({ options }: Invocation, name: string): boolean => options[name] === true;
