/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // Titles stand in the head of every page's first bytes, and a page that is not found says so in its status.
  htmlLimitedBots: /.*/,
  // `npm test` checks the types of the whole project at once.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    rules: {
      "*.schema.yaml": { loaders: ["./app/publish/schema-loader.mjs"], as: "*.js" },
      "*.md": { loaders: ["./app/docs/text-loader.mjs"], as: "*.js" },
    },
  },
};
