/** Runs one command line: commander parses, the command answers, and whatever goes wrong becomes a message and an exit code. */

import { CommanderError, Option, Command as Program } from "commander";
import { FileError, fileError, isSystemError } from "../dataset/file-error-node.ts";
import { Fault } from "../model/problem.ts";
import type { Command, CommandEntry } from "./command.ts";
import { CommandError, EXIT, exitCodeOf, faultMessage, parameterOfFlag, UsageError } from "./faults.ts";
import type { Io } from "./io.ts";
import { release } from "./package-root.ts";
import { COMMANDS } from "./registry.ts";
import { bindToggles } from "./toggles.ts";

/** Runs the arguments after the program's name and gives the exit code. Never throws, never ends the process. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const pending: Promise<void>[] = [];
  let exitCode: number = EXIT.ok;
  /** Those that the command takes as flags. */
  let parameters: ReadonlySet<string> = new Set();
  const program = new Program("stancegraph")
    .description("Stakeholder-position knowledge graphs from coded documents.")
    .version(release(), "-V, --version", "say the version")
    .helpOption("-h, --help", "say how it is used")
    .helpCommand("help [command]", "say how a command is used")
    .showHelpAfterError("(use --help to see how it is used)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => pending.push(io.out(text)),
      writeErr: (text) => io.err(text),
      getOutHelpWidth: () => io.columns ?? 110,
      getErrHelpWidth: () => io.columns ?? 110,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  try {
    const named = COMMANDS.filter(({ name }) => argv.slice(0, 2).includes(name));
    const loaded = new Map<CommandEntry, Command>();
    for (const entry of named) loaded.set(entry, await entry.load());
    let tokens = argv;
    for (const entry of COMMANDS) {
      const command = loaded.get(entry);
      const sub = program
        .command(entry.name)
        .summary(entry.summary)
        .helpOption("-h, --help", "say how it is used");
      if (!command) continue;
      describe(sub, entry, command);
      sub.action(async (...given: unknown[]) => {
        const args = given.slice(0, command.arguments.length) as (string | readonly string[] | undefined)[];
        exitCode = await command.run({ args, options: sub.opts(), io });
      });
      if (argv[0] !== entry.name) continue;
      tokens = bindToggles(argv, command.options);
      parameters = new Set(command.options.map(({ flags }) => parameterOfFlag(flags)));
    }
    await program.parseAsync(tokens, { from: "user" });
  } catch (error) {
    exitCode = explain(error, io, parameters);
  }
  await Promise.all(pending);
  return exitCode;
}

function describe(sub: Program, entry: CommandEntry, command: Command): void {
  sub.description(command.description);
  for (const { syntax, description } of command.arguments) sub.argument(syntax, description);
  for (const { flags, description, many } of command.options) {
    const option = new Option(flags, description);
    if (many)
      option.argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]);
    sub.addOption(option);
  }
  const examples = command.examples.map((example) => `  stancegraph ${entry.name} ${example}`.trimEnd());
  sub.addHelpText("after", `\nExamples:\n${examples.join("\n")}`);
}

/** Says what went wrong and gives the exit code. */
function explain(error: unknown, io: Io, parameters: ReadonlySet<string>): number {
  // Help and version that were asked for end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof Fault) {
    io.err(`${faultMessage(error, parameters)}\n`);
    return exitCodeOf(error);
  }
  if (error instanceof UsageError || error instanceof CommandError || error instanceof FileError) {
    io.err(`${error.message}\n`);
    return error instanceof UsageError ? EXIT.usage : EXIT.bad;
  }
  if (isSystemError(error)) {
    const place = "path" in error && typeof error.path === "string" ? error.path : error.syscall;
    io.err(`${fileError(place, "used", error).message}\n`);
    return EXIT.bad;
  }
  io.err(
    `Unexpected error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return EXIT.bad;
}
