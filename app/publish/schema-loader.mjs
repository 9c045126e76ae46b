import { parse } from "yaml";

/** Lets the editor import the schema of masques, which is YAML, as data. Runs at build time. */
export default function schemaLoader(source) {
  return `export default ${JSON.stringify(parse(source))};`;
}
