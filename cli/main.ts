#!/usr/bin/env node
import { Refusal } from "#registry/errors";
import { type Command, Usage } from "./command";
import { compile } from "./compile";
import { diff } from "./diff";
import { validate } from "./validate";

const COMMANDS: readonly Command[] = [validate, compile, diff];

const EXITS: Partial<Record<Refusal["code"], number>> = { not_found: 3, unauthenticated: 4, unavailable: 5 };

/** Exit codes are part of the contract: 0 done, 1 refused or failed, 2 wrong usage, 3 not found, 4 not signed in, 5 unreachable. */
process.exitCode = await run(process.argv.slice(2));

async function run([name = "help", ...words]: string[]): Promise<number> {
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    const known = name === "help" || name === "--help";
    const lines = COMMANDS.map(({ usage, summary }) => `  masque ${usage.padEnd(22)} ${summary}`);
    const text = `The command line of the masque registry.\n\n${lines.join("\n")}\n`;
    if (known) process.stdout.write(text);
    else process.stderr.write(`There is no command ${name}.\n\n${text}`);
    return known ? 0 : 2;
  }
  try {
    return await command.run(words);
  } catch (error) {
    if (error instanceof Usage) {
      process.stderr.write(`${error.message}\nUsage: masque ${command.usage}\n`);
      return 2;
    }
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EXITS[error.code] ?? 1;
  }
}
