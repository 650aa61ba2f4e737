/** What the host's two kinds of packet filter hold, as their own tools print it. */
export interface Rules {
  /** Lines of `nft list ruleset` that rewrite source addresses; iptables-nft's rules are among them. */
  readonly nft: readonly string[];
  /** Lines of `iptables-legacy-save` that do. */
  readonly legacy: readonly string[];
}

export interface Survey {
  readonly rules: Rules;
  /** By container, what the outside host answered; "" for nothing. */
  readonly answers: ReadonlyMap<string, string>;
}

/**
 * A program that lists rules, and asks the outside host from one network namespace after the other, until one gets no answer. Without a
 * rule there will hardly be one, and it doesn't wait long. Listing the tables of iptables-legacy would make them, so that is done only
 * when they are there.
 */
export function surveyProgram(
  outside: string,
  networks: ReadonlyArray<{ readonly label: string; readonly path: string }>,
): string[] {
  const program = [
    'legacy=; while read -r table; do [ "$table" = nat ] && legacy=$(iptables-legacy-save -t nat); done 2>/dev/null </proc/net/ip_tables_names',
    "nft=$(nft list ruleset)",
    'printf "%s\\n=== nft\\n%s\\n" "$legacy" "$nft"',
    'case "$legacy $nft" in *[mM][aA][sS][qQ]* | *[sS][nN][aA][tT]*) wait=3 ;; *) wait=1 ;; esac',
    'while [ $# -gt 0 ]; do echo "=== $1"; busybox nsenter --net="$2" busybox timeout $wait busybox wget -q -O - "$0" || break; shift 2; done',
  ].join("\n");
  return ["sh", "-c", program, `http://${outside}/`, ...networks.flatMap(({ label, path }) => [label, path])];
}

export function parseSurvey(output: string): Survey {
  const [legacy = "", nft = "", ...answers] = output.split(/^=== /m);
  return {
    rules: {
      legacy: translating(legacy, /^-A .* (MASQUERADE|SNAT)\b/),
      nft: translating(nft, /\b(masquerade|snat (ip6? )?to|MASQUERADE|SNAT)\b/),
    },
    answers: new Map(
      answers.map((section) => {
        const [label = "", ...lines] = section.split("\n");
        return [label, lines.join("\n").trim()];
      }),
    ),
  };
}

function translating(text: string, rule: RegExp): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => rule.test(line));
}
