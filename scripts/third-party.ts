/** A Vite plug-in that writes the licences of every package in the bundle into `assets/third-party-notices.txt`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin, Rollup } from "vite";

/** The folder of the package that a module file belongs to, or null for the project's own. */
function packageFolder(module: string): string | null {
  const marker = `${path.sep}node_modules${path.sep}`;
  const file = module.replace(/^\0/, "").split("?")[0] ?? "";
  const at = path.normalize(file).lastIndexOf(marker);
  if (at < 0) return null;
  const [scope, name] = path
    .normalize(file)
    .slice(at + marker.length)
    .split(path.sep);
  const folder = path.normalize(file).slice(0, at + marker.length);
  return path.join(folder, scope ?? "", scope?.startsWith("@") ? (name ?? "") : "");
}

function notice(folder: string): string {
  const manifest: { name: string; version: string; license?: string } = JSON.parse(
    readFileSync(path.join(folder, "package.json"), "utf8"),
  );
  const texts = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|notice|copying)/i.test(name))
    .map((name) => readFileSync(path.join(folder, name), "utf8").trim());
  return `${manifest.name} ${manifest.version}\nLicence: ${manifest.license ?? "see below"}\n\n${texts.join("\n\n")}`;
}

/** The folders of the packages whose code stands in a bundle. */
const packagesOf = (bundle: Rollup.OutputBundle): readonly string[] =>
  Object.values(bundle)
    .flatMap((chunk) => (chunk.type === "chunk" ? Object.keys(chunk.modules) : []))
    .map(packageFolder)
    .filter((folder): folder is string => folder !== null && existsSync(path.join(folder, "package.json")));

/** For the plug-ins of workers, which are bundles of their own: remembers their packages for the notices. */
export const rememberPackages = (folders: Set<string>): Plugin => ({
  name: "remember-packages",
  generateBundle(_options, bundle) {
    for (const folder of packagesOf(bundle)) folders.add(folder);
  },
});

/** @param remembered packages of bundles that are parts of this one */
export function thirdPartyNotices(remembered: ReadonlySet<string> = new Set()): Plugin {
  return {
    name: "third-party-notices",
    generateBundle(_options, bundle) {
      const folders = [...new Set([...packagesOf(bundle), ...remembered])];
      const rule = `\n\n${"-".repeat(72)}\n\n`;
      const source = `This program contains code of these packages.${rule}${folders.sort().map(notice).join(rule)}\n`;
      this.emitFile({ type: "asset", fileName: "assets/third-party-notices.txt", source });
    },
  };
}
