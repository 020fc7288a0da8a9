// Copies what we use of the NL Design System, Fira Sans and axe-core into the repository, trimmed and with checksums.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import postcss from "postcss";

const UTRECHT = [
  "alert", "breadcrumb-nav", "checkbox", "custom-checkbox", "form-field", "form-field-description",
  "form-field-error-message", "form-fieldset", "form-label", "ordered-list", "pagination", "radio-button",
  "select", "separator", "table", "textarea", "textbox", "unordered-list",
];
const CANDIDATE = ["button", "data-badge", "heading", "link", "paragraph", "skip-link"];
const FONT_WEIGHTS = ["400-normal", "400-italic", "500-normal", "700-normal"];
const FONT_RANGES = ["latin", "latin-ext"];

// Variants that no template of ours uses, classes that only imitate a state for documentation, and the browser's own
// judgement of a field: an empty required field is no error before it is sent.
const UNUSED = new RegExp(
  ":(user-)?invalid|--(pressed|positive|negative|subtle|icon-only|arrows|hover|active|focus|focus-visible|disabled|busy|read-only" +
    "|indeterminate|html-content|html-p|numeric-data|distanced|sticky|code|nested|column-pull|forced-colors|placeholder" +
    "|alternate-row-color|row-header|selected|spacing)(?![a-z-])|__placeholder|custom-checkbox--|utrecht-custom-checkbox|_flex-container" +
    "|utrecht-table(--row-|--fixed|--oneline|__data|__container|__header--hidden|__header-cell-button|__figcaption)",
);

const sources = [
  ...CANDIDATE.map((name) => ({ package: `@nl-design-system-candidate/${name}-css`, css: `dist/${name}.css` })),
  ...UTRECHT.map((name) => ({ package: `@utrecht/${name}-css`, css: "dist/index.css" })),
];
const manifest = { packages: {}, files: {} };

function modulePath(name, path) {
  return join("node_modules", name, path);
}

function save(path, content, packages) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  manifest.files[path] = { sha256: createHash("sha256").update(content).digest("hex"), packages };
}

function register(name) {
  const { version, license } = JSON.parse(readFileSync(modulePath(name, "package.json"), "utf8"));
  const file = readdirSync(modulePath(name, ".")).find((entry) => /^licen[sc]e/i.test(entry));
  if (!file) throw new Error(`${name} carries no licence file; do not vendor it.`);
  const licenceFile = `static/vendor/licenties/${name.replace("@", "").replace("/", "-")}.txt`;
  save(licenceFile, readFileSync(modulePath(name, file)), [name]);
  manifest.packages[name] = { version, license, licenceFile };
}

function isUsed(selector) {
  return !UNUSED.test(selector.replace(/:not\([^)]*\)/g, ""));
}

function trim(root) {
  root.walkComments((comment) => void comment.remove());
  root.walkRules((rule) => {
    rule.selectors = rule.selectors.filter(isUsed);
    if (rule.selector === "" || rule.nodes.length === 0) rule.remove();
  });
  root.walkAtRules((rule) => {
    if (rule.nodes && rule.nodes.length === 0) rule.remove();
  });
  return root;
}

function vendorCss() {
  const parts = sources.map(({ package: name, css }) => {
    register(name);
    const { version, license } = manifest.packages[name];
    const root = trim(postcss.parse(readFileSync(modulePath(name, css), "utf8")));
    return `/* ${name} ${version}, ${license}, ingekort */\n${root.toString().trim()}\n`;
  });
  const css = `@layer basis, nlds, portaal;\n@layer nlds {\n${parts.join("\n")}}\n`;
  save("static/vendor/nlds.css", css, sources.map((source) => source.package));
}

function vendorFonts() {
  const name = "@fontsource/fira-sans";
  register(name);
  for (const range of FONT_RANGES)
    for (const weight of FONT_WEIGHTS) {
      const file = modulePath(name, `files/fira-sans-${range}-${weight}.woff2`);
      save(`static/lettertypen/${basename(file)}`, readFileSync(file), [name]);
    }
  save("static/lettertypen/LICENSE.txt", readFileSync(modulePath(name, "LICENSE")), [name]);
}

function vendorAxe() {
  register("axe-core");
  const script = readFileSync(modulePath("axe-core", "axe.min.js"), "utf8").replace(/\n?\/\/# sourceMappingURL=.*\n?/g, "\n");
  save("tests/hulpmiddelen/axe.min.js", script, ["axe-core"]);
  save("tests/hulpmiddelen/axe.LICENSE.txt", readFileSync(modulePath("axe-core", "LICENSE")), ["axe-core"]);
}

for (const folder of ["static/vendor", "static/lettertypen"]) rmSync(folder, { recursive: true, force: true });
vendorCss();
vendorFonts();
vendorAxe();
manifest.files = Object.fromEntries(Object.entries(manifest.files).sort());
writeFileSync("static/vendor/vendor.json", `${JSON.stringify(manifest, null, 2)}\n`);
