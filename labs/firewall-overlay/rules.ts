/** What iptables-legacy's tables and nftables hold of rules, and of chains that drop what no rule takes, a line each. */
export function rulesOf(output: string): string[] {
  return output.split("\n").flatMap((line) => {
    const text = line.trim();
    if (text.startsWith("-A ") || / DROP \[/.test(text)) return [text];
    return text.startsWith('{"nftables"') ? nftRules(text) : [];
  });
}

interface NftObject {
  readonly rule?: { readonly family: string; readonly table: string; readonly chain: string };
  readonly chain?: { readonly family: string; readonly table: string; readonly name: string; readonly policy?: string };
}

/** `nft -j list ruleset` (libnftables-json(5)). */
function nftRules(json: string): string[] {
  const { nftables } = JSON.parse(json) as { nftables: readonly NftObject[] };
  return nftables.flatMap(({ rule, chain }) => {
    if (rule) return [`a rule in ${rule.family} ${rule.table} ${rule.chain}`];
    return chain?.policy === "drop" ? [`policy drop in ${chain.family} ${chain.table} ${chain.name}`] : [];
  });
}
