// Reads scripts as Chrome 80 and Safari 12 would: the syntax of 2019 at most, and no name that one of them lacks and that would throw.
// Usage: node old-scripts.mjs FOLDER-WITH-ACORN < {"name.js": "source", …}; one finding a line.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { parse } = createRequire(join(process.argv[2], "package.json"))("acorn");

const members = new Set(["at", "replaceAll", "matchAll", "hasOwn", "fromEntries", "allSettled", "findLast", "findLastIndex", "toSorted", "toReversed",
  "toSpliced", "groupBy", "replaceChildren", "requestSubmit", "showModal", "showPopover", "checkVisibility", "randomUUID", "waitForAll", "isWellFormed",
  "startViewTransition", "getAnimations", "togglePopover", "setHTML", "setHTMLUnsafe"]);
const statics = { Promise: ["any", "try", "withResolvers"], AbortSignal: ["any", "timeout"], URL: ["canParse", "parse"], Array: ["fromAsync"], Response: ["json"] };
const names = new Set(["structuredClone", "queueMicrotask", "globalThis", "reportError", "BroadcastChannel", "ResizeObserver", "IntersectionObserver",
  "FinalizationRegistry", "WeakRef", "BigInt", "AggregateError", "CompressionStream", "requestIdleCallback", "PointerEvent", "ClipboardItem", "URLPattern", "scheduler", "Temporal"]);

function* nodesOf(node, parent) {
  if (!node || typeof node.type !== "string") return;
  yield [node, parent];
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (child && typeof child === "object") yield* nodesOf(child, node);
}

// "replaceAll" in x, typeof BigInt: the script knows that the name may be missing.
function guarded(tree) {
  const asked = new Set();
  for (const [node] of nodesOf(tree)) {
    if (node.type === "BinaryExpression" && node.operator === "in" && node.left.type === "Literal") asked.add(node.left.value);
    if (node.type === "UnaryExpression" && node.operator === "typeof" && node.argument.type === "Identifier") asked.add(node.argument.name);
  }
  return asked;
}

function missing(node, parent) {
  if (node.type === "MemberExpression" && !node.computed) {
    const name = node.property.name;
    if (members.has(name)) return name;
    if ((statics[node.object.name] || []).includes(name)) return `${node.object.name}.${name}`;
    // A media list listens by addListener alone before Safari 14.
    if (name === "addEventListener" && node.object.type === "CallExpression" && (node.object.callee.name || node.object.callee.property?.name) === "matchMedia") return "matchMedia().addEventListener";
  }
  const isName = node.type === "Identifier" && !(parent?.type === "MemberExpression" && parent.property === node && !parent.computed) && !(parent?.type === "Property" && parent.key === node);
  if (isName && names.has(node.name)) return node.name;
  if (node.type === "MemberExpression" && !node.computed && ["window", "self"].includes(node.object.name) && names.has(node.property.name)) return node.property.name;
  if (node.regex && /\(\?<[=!]/.test(node.regex.pattern)) return "a look behind in a regular expression";
  return null;
}

for (const [file, source] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  try {
    const tree = parse(source, { ecmaVersion: 2019, sourceType: "script" });
    const asked = guarded(tree);
    for (const [node, parent] of nodesOf(tree)) {
      const name = missing(node, parent);
      if (name && !asked.has(name.split(".").pop())) console.log(`${file}: ${name} is unknown to Chrome 80 or Safari 12 (${source.slice(Math.max(0, node.start - 30), node.end + 10)})`);
    }
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) throw failure;
    console.log(`${file}: ${failure.message}: newer than 2019 (${source.slice(failure.pos, failure.pos + 40)})`);
  }
}
