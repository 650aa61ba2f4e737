// By far the most files of a lab are scripts that its tests type: their names are fetched when somebody asks for a solution.
const scripts = import.meta.glob<string>("../../labs/*/solution/*.sh", { query: "?raw", import: "default" });

/** The commands of a script below `labs/`, without the lines that direct the tests; empty when there is none. */
export async function solution(file: string): Promise<string> {
  return ((await scripts[`../../labs/${file}`]?.()) ?? "").replaceAll(/^#:.*\n/gm, "").trim();
}
