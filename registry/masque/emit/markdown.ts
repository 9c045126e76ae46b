import type { Worn } from "./worn";

/** A system-prompt fragment. It carries no secret: whoever reads a prompt reads this. */
export function emitMarkdown(worn: Worn): string {
  const { name, version, title, intent, context, knowledge, access, lens, session } = worn;
  const until = session ? ` until ${session.expiresAt}` : "";
  const sections = [
    `# ${title}\n\nYou wear the masque ${name}@${version}${until}, for this stated intent and nothing else:\n\n${quoted(intent)}`,
    `## Lens\n\n${lens.trim()}`,
    context && `## Context\n\n${context.trim()}`,
    knowledge.length > 0 &&
      `## Knowledge\n\nLook things up here instead of answering from memory:\n\n${knowledge.map(({ uri }) => `- ${uri}`).join("\n")}`,
    access && `## Access\n\nYou have keys to the role ${access.role}. Use them for the stated intent only.`,
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

function quoted(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}
