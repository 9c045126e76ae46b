/** Lets a page import a document of docs/ as its text. Runs at build time. */
export default function textLoader(source) {
  return `export default ${JSON.stringify(source)};`;
}
