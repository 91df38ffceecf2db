// What a linter must not find; npm run lint looks. The rooms of plots/ and what each may use are stated here and nowhere else.
import js from "@eslint/js";

/** Each room with the rooms that it may import from. */
const ROOMS = {
  read: [],
  say: ["read"],
  draw: [],
  charts: ["read", "say", "draw"],
  report: ["read", "say", "draw", "charts"],
  page: ["read", "say", "draw", "charts", "report"],
  machine: ["read"],
};
/** Only these may use Node's own modules: all else also runs in a page. */
const ON_A_MACHINE = ["machine", "tools"];

/** What browsers have, of what page/ uses. */
const IN_A_PAGE = [
  ...["atob", "document", "indexedDB", "navigator", "performance", "requestAnimationFrame", "self", "window"],
  ...[
    "setTimeout",
    "clearTimeout",
    "Blob",
    "DecompressionStream",
    "DOMParser",
    "File",
    "Image",
    "Response",
    "TextDecoder",
    "TextEncoder",
  ],
  ...["URL", "WebAssembly", "Worker", "crypto"],
];

const WIDTH = { code: 140, ignoreUrls: true };

const inRoom = (room) => {
  const closed = Object.keys(ROOMS).filter((other) => other !== room && !ROOMS[room].includes(other));
  const patterns = [
    { regex: `(^|/)(${closed.join("|")})/`, message: `${room}/ may use ${ROOMS[room].join(", ") || "no other room"}.` },
  ];
  if (!ON_A_MACHINE.includes(room))
    patterns.push({ regex: "^node:", message: `${room}/ also runs in a page, where there is no Node.` });
  return { files: [`plots/${room}/**/*.mjs`], rules: { "no-restricted-imports": ["error", { patterns }] } };
};

const readable = (...names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

export default [
  { ignores: ["**/node_modules/", "plots/charts/forms/", "plots/read/columns.mjs"] },
  js.configs.recommended,
  {
    files: ["**/*.mjs"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "prefer-const": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "no-unused-vars": ["error", { caughtErrors: "none" }],
      complexity: ["error", 16],
      "max-depth": ["error", 4],
      "max-len": ["error", WIDTH],
      "max-lines-per-function": ["error", { max: 70, skipBlankLines: true, skipComments: true }],
    },
  },
  ...Object.keys(ROOMS).map(inRoom),
  { files: ["plots/say/texts/*.mjs"], rules: { "max-len": ["error", { ...WIDTH, ignoreStrings: true }] } },
  {
    files: ["plots/page/**/*.mjs"],
    languageOptions: { globals: readable(...IN_A_PAGE) },
    rules: { "max-len": ["error", { ...WIDTH, ignoreTemplateLiterals: true, ignoreComments: true }] },
  },
  { files: ["plots/page/texts/*.mjs"], rules: { "max-len": ["error", { ...WIDTH, ignoreStrings: true }] } },
  {
    files: ["plots/page/style.mjs", "plots/report/style.mjs"],
    rules: { "max-len": ["error", { ...WIDTH, ignoreTemplateLiterals: true }] },
  },
  {
    files: ["plots/*.mjs", ...ON_A_MACHINE.map((room) => `plots/${room}/**/*.mjs`), "tests/**/*.mjs"],
    languageOptions: { globals: readable("process", "Buffer", "URL", "TextDecoder", "console") },
  },
  {
    files: ["app/**/*.mjs", "tests/wasm/*.mjs"],
    languageOptions: { globals: readable("WebAssembly", "TextEncoder", "TextDecoder") },
  },
  { files: ["tests/**/*.mjs"], rules: { "max-lines-per-function": "off" } },
  {
    files: ["tests/plots/browser.test.mjs", "tests/plots/page/**/*.mjs", "tests/page/**/*.mjs"],
    languageOptions: { globals: readable("document", "window", "setTimeout", "File", "performance", "WebAssembly") },
  },
];
