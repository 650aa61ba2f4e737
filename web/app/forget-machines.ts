/** Everything that this browser keeps of a lab's machines. The store comes when it is needed. */
export async function forgetMachines(lab: string): Promise<void> {
  const { forgetLab } = await import("../session/forget.ts");
  await forgetLab(new URL("image/", document.baseURI).href, lab);
}
