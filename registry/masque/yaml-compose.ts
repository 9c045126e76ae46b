import { Composer, CST, type Document, type ErrorCode, Lexer, type Node, Parser, type YAMLError } from "yaml";

/** The deepest nesting of lists and mappings in a masque. */
export const MAX_DEPTH = 20;

/** Above what people write in 64 KiB, below what would keep the parser busy for a noticeable time. */
const MAX_LEXEMES = 20_000;

/** Something wrong at an offset in the text. */
export interface Fault {
  offset: number;
  message: string;
}

/**
 * The syntax tree of one YAML document, or what is wrong with its syntax. Depth is watched while the tokens arrive,
 * because the composer is recursive and a deep file would exhaust its stack before it could be refused.
 */
export function composeYaml(text: string): { document: Document<Node> } | { faults: Fault[] } {
  const parsed = tokens(text);
  if ("faults" in parsed) return parsed;
  // Unique keys are checked by the reader with a set: the library compares each with each.
  const composer = new Composer({ stringKeys: true, uniqueKeys: false, resolveKnownTags: false });
  const [document, second] = composer.compose(parsed.tokens, true, text.length);
  const faults: Fault[] = [];
  for (const error of document?.errors ?? []) {
    if (error.code !== "TAG_RESOLVE_FAILED")
      faults.push({ offset: error.pos[0], message: explain(error, text) });
  }
  if (second) {
    faults.push({
      offset: second.range?.[0] ?? 0,
      message: "A second document begins here. A file holds one masque: remove this one or the `---`.",
    });
  }
  return document && faults.length === 0 ? { document: document as Document<Node> } : { faults };
}

function tokens(text: string): { tokens: CST.Token[] } | { faults: Fault[] } {
  const parser = new Parser();
  const found: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > MAX_LEXEMES) {
      const message = "The file has too many parts up to here. Point to knowledge instead of containing it.";
      return { faults: [{ offset: parser.offset, message }] };
    }
    for (const token of parser.next(lexeme)) found.push(token);
    if (parser.stack.length > MAX_DEPTH && parser.stack.filter(CST.isCollection).length > MAX_DEPTH) {
      const message = `Lists and mappings are nested more than ${MAX_DEPTH} deep here. Flatten them.`;
      return { faults: [{ offset: parser.offset, message }] };
    }
  }
  for (const token of parser.end()) found.push(token);
  const directive = found.find((token) => token.type === "directive");
  if (!directive) return { tokens: found };
  const message = "Lines that begin with % change how YAML is read, and a masque has none. Remove this line.";
  return { faults: [{ offset: directive.offset, message }] };
}

function explain({ code, message, pos }: YAMLError, text: string): string {
  if (text[pos[0]] === "\t") return EXPLANATIONS.TAB_AS_INDENT ?? message;
  if (message.includes("block-seq-ind")) return EXPLANATIONS.BLOCK_AS_IMPLICIT_KEY ?? message;
  if (message.startsWith("Missing closing"))
    return "A quote or a bracket is opened and not closed before here.";
  return EXPLANATIONS[code] ?? `This is not valid YAML: ${message.split("\n", 1)[0]}.`;
}

const EXPLANATIONS: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: 'A value that begins with * needs quotes, as in "*".',
  BAD_INDENT:
    "The indentation does not fit the lines above, or a bracket there is not closed. Items of one list or mapping begin in the same column.",
  BAD_SCALAR_START: "Text cannot begin with this character in YAML. Put it in quotes.",
  BLOCK_AS_IMPLICIT_KEY:
    "A list or mapping begins in the middle of a line. Put it on lines of its own, or put the text in quotes.",
  MULTILINE_IMPLICIT_KEY: "A colon is missing here, or a value goes on without indentation.",
  NON_STRING_KEY: "A key must be a word, not a list or a mapping.",
  TAB_AS_INDENT: "A tab stands where YAML wants spaces. Indent with spaces.",
};
