// Bundles what browsers receive into wwwroot/built: the style sheet, that of a sheet of paper, the scripts, two fonts, the icon. Every name holds its
// content's hash (manifest.json maps plain names to them); texts get .br and .gz twins, so that nothing is compressed at run time.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import subsetFont from "subset-font";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const looks = join(root, "Foundation/Web/Looks");
const built = join(root, "wwwroot/built");
const oldestBrowsers = ["chrome80", "safari12"];
const manifest = {};

const files = (folder, ending) => existsSync(folder) ? readdirSync(folder, { recursive: true }).filter(n => n.endsWith(ending)).sort().map(n => join(folder, n)) : [];

// The worker keeps its plain name: browsers look for its next version where they found the first.
const keepsItsName = new Set(["worker.js"]);

function keep(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const kept = keepsItsName.has(name) ? name : name.replace(/(\.\w+)$/, `.${hash}$1`);
  writeFileSync(join(built, kept), bytes);
  if (!name.endsWith(".woff2")) {
    writeFileSync(join(built, kept + ".br"), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(join(built, kept + ".gz"), gzipSync(bytes, { level: 9 }));
  }
  manifest[name] = kept;
  return kept;
}

// French and English, typographic spaces, quotes, dashes and arrows; both fonts together stay within 36 KB.
const letters = [[0x20, 0x7e], [0xa0, 0xff]].flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
const signs = [..."ŒœŸ–—‘’“”…‹›•−→←↑↓\u2011\u202f"].map(c => c.codePointAt(0));
const subset = String.fromCodePoint(...letters, ...signs);

async function font(name, family) {
  const file = join(root, `node_modules/@fontsource-variable/${family}/files/${family}-latin-wght-normal.woff2`);
  return keep(name, await subsetFont(readFileSync(file), subset, { targetFormat: "woff2", variationAxes: { wght: { min: 400, max: 700 } } }));
}

// What one page behind a door needs, a sheet of paper to fill, is no weight of the first visit: that page links it (Sheet.cshtml).
const isOfPaper = file => basename(file) === "paper.css";

// Foundation first, then each module's sheet beside its pages, then what must win over all: display choices and paper.
function sheets() {
  const first = ["tokens", "base", "header", "patches", "blocks", "landscape", "forms", "cards", "keeping", "panel"].map(n => join(looks, n + ".css"));
  const modules = ["Community", "Practices"].flatMap(n => files(join(root, n), ".css")).filter(file => !isOfPaper(file));
  const last = ["display", "night", "print"].map(n => join(looks, n + ".css"));
  const known = new Set([...first, ...last]);
  const stray = readdirSync(looks).filter(n => n.endsWith(".css") && !known.has(join(looks, n)));
  if (stray.length) throw new Error(`Looks: no place in the order of sheets for ${stray}`);
  return [...first, ...modules, ...last];
}

// night.css is written once, for the person who chose night; its twin serves the device that asks for dark.
function withDeviceNight(css) {
  const device = css.replaceAll("@media screen {", "@media screen and (prefers-color-scheme: dark) {").replaceAll("[data-night=night]", "[data-night=auto]");
  return css + device;
}

async function minified(text) {
  const { code, warnings } = await transform(text, { loader: "css", minify: true, target: oldestBrowsers });
  if (warnings.length) throw new Error(warnings.map(w => `${w.text}: ${w.location?.lineText}`).join("\n"));
  return code;
}

async function styleSheet(fonts) {
  keep("paper.css", await minified(["Community", "Practices"].flatMap(n => files(join(root, n), ".css")).filter(isOfPaper).map(f => readFileSync(f, "utf8")).join("\n")));
  const code = await minified(sheets().map(f => basename(f) === "night.css" ? withDeviceNight(readFileSync(f, "utf8")) : readFileSync(f, "utf8")).join("\n"));
  keep("site.css", Object.entries(fonts).reduce((css, [plain, kept]) => css.replaceAll(`url(${plain})`, `url(${kept})`), code));
}

// Destructuring: esbuild refuses it for Safari before 14.1 because of a fault in one rare form; these browsers know it since 2016.
async function scripts() {
  for (const entry of files(join(root, "Browser"), ".entry.ts")) {
    const { outputFiles } = await build({ entryPoints: [entry], bundle: true, minify: true, write: false, format: "iife", target: oldestBrowsers, charset: "utf8", supported: { destructuring: true } });
    keep(basename(entry).replace(".entry.ts", ".js"), outputFiles[0].contents);
  }
}

rmSync(built, { recursive: true, force: true });
mkdirSync(built, { recursive: true });
await styleSheet({ "text.woff2": await font("text.woff2", "atkinson-hyperlegible-next"), "title.woff2": await font("title.woff2", "radio-canada-big") });
await scripts();
keep("icon.svg", readFileSync(join(looks, "icon.svg")));
keep("card-words.txt", readFileSync(join(root, "Community/People/Content/card-words.txt")));
writeFileSync(join(built, "manifest.json"), JSON.stringify(manifest, null, 2));
