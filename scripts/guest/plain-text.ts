const escapes = new RegExp(
  ["\\u001b\\[[0-?]*[ -/]*[@-~]", "\\u001b\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)", "\\u001b[@-Z\\\\-_=>]"].join("|"),
  "g",
);

/** Terminal output without escape sequences (ECMA-48). */
export function plainText(output: string): string {
  return output.replace(escapes, "").replaceAll("\r", "");
}

/** True when the output ends in a shell's prompt: a line that ends in `# `, `$ ` or `> ` and nothing after it. */
export function endsInPrompt(output: string): boolean {
  return /(?:^|\n)[^\n]*[#$>] $/.test(plainText(output));
}

/** True when the output holds a prompt of bash's as the image sets it, wherever: a job's last words may come after it. */
export function showsPrompt(output: string): boolean {
  return /(?:^|\n)\w+@\w+:[^\n]*[#$] /.test(plainText(output));
}
