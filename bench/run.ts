// npm run bench: everything that is measured; `npm run bench -- anchoring` measures what is named.
const benches: Record<string, () => Promise<void>> = {
  // Loaded when asked for: reading carries the database along, which the others do without.
  anchoring: async () => (await import("./anchoring")).benchAnchoring(),
  revising: async () => (await import("./revising")).benchRevising(),
  reader: async () => (await import("./reader")).benchReader(),
  discussion: async () => (await import("./discussion")).benchDiscussion(),
  search: async () => (await import("./search")).benchSearch(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) throw new Error(`There is no bench called ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`);
for (const [name, bench] of Object.entries(benches)) if (asked.length === 0 || asked.includes(name)) await bench();

// Nothing else makes this file a module, which awaiting at its top needs.
export {};
