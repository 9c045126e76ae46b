/** The JSON Schema of masques, as `schema-loader.mjs` hands it over. */
declare module "*.schema.yaml" {
  const schema: import("./schema-node").SchemaNode;
  export default schema;
}
