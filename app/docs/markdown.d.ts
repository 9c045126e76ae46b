/** A document of docs/ as its text, as `text-loader.mjs` hands it over. */
declare module "*.md" {
  const text: string;
  export default text;
}
