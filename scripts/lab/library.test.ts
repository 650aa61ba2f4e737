import { expect, test } from "vitest";
import { labIds, loadLab } from "./library.ts";

test("a folder is a lab: its steps, scripts and guides are read", async () => {
  expect(await labIds()).toContain("uts-time");
  const folder = await loadLab("uts-time");
  expect(folder.lab.id).toBe("uts-time");
  expect(folder.guides.size).toBe(folder.lab.steps.length);
  expect(folder.wrong.every(({ expect, actions }) => expect !== undefined && actions.length > 0)).toBe(true);
});

test.each(["nothing", "../labs/uts-time", ""])("no lab %j: the error says which there are", async (id) => {
  await expect(loadLab(id)).rejects.toMatchObject({ code: "lab-unknown", userMessage: expect.stringContaining("uts-time") });
});
