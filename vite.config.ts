import { readFile } from "node:fs/promises";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { parseMarkdown } from "./web/ui/markdown/parse.ts";

/** What the published page may do. v86 makes a worker from a blob inside its own; xterm sets styles in the page. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
].join("; ");

/** Only in what is built: the development server puts scripts into the page. */
function contentSecurity(): Plugin {
  return {
    name: "nslab:content-security",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** A lab's chunks come together with the first one, not after it: most who open the page open a lab. */
function preloadLabChunks(): Plugin {
  const wanted = new Set(["start-session", "lab-view"]);
  return {
    name: "nslab:preload-lab-chunks",
    apply: "build",
    transformIndexHtml: (_, { bundle }) =>
      Object.values(bundle ?? {}).flatMap((output) =>
        output.type === "chunk" && wanted.has(output.name)
          ? [
              {
                tag: "link",
                attrs: { rel: "modulepreload", crossorigin: true, href: `./${output.fileName}` },
                injectTo: "head" as const,
              },
            ]
          : [],
      ),
  };
}

/** `guide.md?tree`: the parsed text, so that the page needs no parser. */
function guideTrees(): Plugin {
  return {
    name: "nslab:guide-trees",
    async load(id) {
      const file = /^(.+\.md)\?tree$/.exec(id)?.[1];
      if (file === undefined) return undefined;
      this.addWatchFile(file);
      return `export default ${JSON.stringify(parseMarkdown(await readFile(file, "utf8")))};`;
    },
  };
}

export default defineConfig({
  // Works below any path.
  base: "./",
  // The machine's image, made by `scripts/image`, is served and published beside the page.
  publicDir: ".cache/public",
  plugins: [react(), guideTrees(), preloadLabChunks(), contentSecurity()],
  worker: { format: "es" },
  build: {
    // Browsers with light-dark(), all from 2024.
    target: ["chrome123", "edge123", "firefox120", "safari17.5"],
    sourcemap: true,
    // A lab's small files are fetched like its large ones; the policy allows no data: addresses there.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A lab does not bring another lab along because both use the same helper.
          includeDependenciesRecursively: false,
          groups: [
            // What labs are written with is one request, and the same for all; but for what only labs about filters need.
            { test: /\/web\/(lab\/filters|kernel\/seccomp\/evaluate)\.ts$/, name: "lab-filters" },
            { test: /\/web\/lab\//, name: "lab-kit" },
            // A lab is two more, whatever it is made of: its module, and its guide.
            { test: /\/labs\/[^/]+\/guide\//, name: (id) => `guide-${/\/labs\/([^/]+)\//.exec(id)?.[1]}` },
            { test: /\/labs\/[^/]+\/(checks\/)?[^/]+\.ts$/, name: (id) => `lab-${/\/labs\/([^/]+)\//.exec(id)?.[1]}` },
          ],
        },
      },
    },
  },
});
