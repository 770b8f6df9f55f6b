// The directions of docs/architecture.md as rules. `npm run check` holds the code to them, `npm run graph` draws it.
const data = "^lib/[^/]+/(queries|commands)[.]ts$";
const actions = "^lib/[^/]+/actions[.]ts$";
const platform = "^lib/platform/";
const frameworks = "node_modules/(next|next-auth|react|react-dom|server-only|@prisma|pg)/";
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    rule("lib-is-below-the-ui", "Move the shared piece down, or pass it in.", { path: "^lib/" }, { path: "^(app|components)/" }),
    rule("components-do-not-know-routes", "Routes compose components, never the reverse.", { path: "^components/" }, { path: "^app/" }),
    rule(
      "ui-knows-no-domain",
      "components/ui could ship in another product.",
      { path: "^components/ui/" },
      { path: ["^lib/", "^components/(?!ui/)"] },
    ),
    rule(
      "components-receive-data",
      "Routes fetch; components render props and call actions.",
      { path: "^components/" },
      { path: [data, platform] },
    ),
    rule(
      "routes-reach-the-database-through-the-domain",
      "Read with queries, write with commands.",
      { path: "^app/" },
      { path: "^lib/platform/db" },
    ),
    rule(
      "pages-write-through-actions",
      "Only route handlers call commands.",
      { path: "^app/", pathNot: "/route[.]ts$" },
      { path: "/commands[.]ts$" },
    ),
    rule(
      "domain-is-pure",
      "Rules run without Next, React, Prisma, session or clock.",
      { path: "^lib/", pathNot: [data, actions, platform] },
      { path: [data, actions, platform, frameworks], dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "platform-knows-no-domain",
      "Only shared vocabulary (policy, errors, live events) flows down.",
      { path: platform },
      { path: "^lib/(?!platform/|policy/|live/|errors[.]ts)" },
    ),
    rule(
      "queries-do-not-write",
      "A read that writes surprises every caller.",
      { path: "/queries[.]ts$" },
      { path: "/(commands|actions)[.]ts$" },
    ),
    rule("no-cycles", "Two files that need each other are one file, or three.", {}, { circular: true }),
  ],
  options: {
    // Prisma's generated files need each other; nobody here writes them.
    doNotFollow: { path: ["node_modules", "^generated/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
    reporterOptions: { mermaid: { minify: false } },
  },
};
