import type { Lab } from "../../web/lab/lab.ts";
import type { PlannedLab } from "./course.ts";

/** What the page says of a lab. */
export type DescribedLab = Pick<Lab, "id" | "title" | "slides"> & {
  readonly steps: ReadonlyArray<Pick<Lab["steps"][number], "title">>;
};

/** The page that says which slide of the talk is in which lab's steps, and which has no lab yet. Markdown. */
export function coveragePage(labs: readonly DescribedLab[], course: readonly PlannedLab[]): string {
  const made = new Set(labs.map(({ id }) => id));
  const planned = course.filter(({ id }) => !made.has(id));
  const inOrder = inCourseOrder(labs, course);
  const slides = [...new Set([...labs, ...planned].flatMap((lab) => lab.slides))].sort((one, other) => one - other);
  const without = slides.filter((slide) => !labs.some((lab) => lab.slides.includes(slide)));
  const rows = slides.flatMap((slide) => {
    const cells = [
      ...inOrder.filter((lab) => lab.slides.includes(slide)).map((lab) => [linkTo(lab), stepsOf(lab)]),
      ...planned
        .filter((lab) => lab.slides.includes(slide))
        .map(({ id, title }) => [title === undefined ? `\`${id}\`` : `${text(title)} (\`${id}\`)`, "*no lab yet*"]),
    ];
    return cells.map(([lab, steps], i) => `| ${i === 0 ? slide : ""} | ${lab} | ${steps} |`);
  });
  const count = `${slides.length - without.length} of ${slides.length} slides have a lab.`;
  return `# Coverage of the talk

Which slide of *Container Security* became which steps. Made from the labs by \`npm run lab -- coverage\`; not to be edited.

${count}${without.length > 0 ? ` Without one yet: ${without.join(", ")}.` : ""}

| slide | lab | steps |
|---|---|---|
${rows.join("\n")}
`;
}

function inCourseOrder(labs: readonly DescribedLab[], course: readonly PlannedLab[]): DescribedLab[] {
  const place = ({ id }: DescribedLab) => {
    const index = course.findIndex((planned) => planned.id === id);
    return index < 0 ? course.length : index;
  };
  return [...labs].sort((one, other) => place(one) - place(other) || (one.id < other.id ? -1 : 1));
}

function linkTo({ id, title }: DescribedLab): string {
  return `[${text(title)}](../labs/${id}/lab.ts) (\`${id}\`)`;
}

function stepsOf({ steps }: DescribedLab): string {
  return steps.map(({ title }, i) => `${i + 1}. ${text(title)}`).join("<br>");
}

/** A title as it is, in a cell of a table. */
function text(title: string): string {
  return title.replaceAll(/[\\|[\]<>*_`]/g, "\\$&");
}
