/** Words that begin a command without being one. */
const leading = new Set(["if", "then", "else", "elif", "do", "while", "until", "time", "!", "{", "(", "exec", "command", "sudo"]);
/** What follows is no command. */
const ending = new Set(["for", "case", "done", "fi", "esac", "}", ")", "function", "in"]);

/** The programs that a line of shell would start, by name; paths, variables and what stands in quotes are left out. */
export function commandsOf(line: string): string[] {
  const bare = line
    .replaceAll(/\\./g, "_")
    .replaceAll(/'[^']*'/g, "_")
    // What a substitution in double quotes runs is a command all the same.
    .replaceAll(/"((?:[^"$]|\$(?!\()|\$\([^)]*\))*)"/g, (quoted) =>
      ["_", ...quoted.matchAll(/\$\(([^)]*)\)/g)].map((part) => (typeof part === "string" ? part : `;${part[1]};`)).join(""),
    )
    .replaceAll(/(^|\s)#.*$/g, "");
  return bare
    .split(/\|\||&&|[;|&]|\$\(|`|<\(|>\(/)
    .flatMap((part) => firstWord(part.trim()))
    .filter((word) => /^[\w.+[-]+$/.test(word));
}

function firstWord(part: string): string[] {
  for (const word of part.split(/\s+/)) {
    if (word === "" || ending.has(word)) return [];
    if (leading.has(word) || /^\w+=/.test(word) || /^\d*[<>]/.test(word)) continue;
    return [word.replace(/^\(+/, "").replace(/\)+$/, "")];
  }
  return [];
}
