import { lazy, Suspense } from "react";
import { LabError, messageOf } from "../core/errors.ts";
import { ElsewhereView } from "../ui/lab/elsewhere-view.tsx";
import { text } from "../ui/text.ts";
import { parseRoute, useHash } from "./route.ts";
import { useRunningLab } from "./use-running-lab.ts";

const frontPages = () => import("./front-pages.tsx");
const CatalogPage = lazy(async () => ({ default: (await frontPages()).CatalogPage }));
const NotFoundPage = lazy(async () => ({ default: (await frontPages()).NotFoundPage }));

/** The page for the address in the fragment. */
export function App() {
  return (
    <Suspense>
      <Page />
    </Suspense>
  );
}

function Page() {
  const route = parseRoute(useHash());
  switch (route.kind) {
    case "catalog":
      return <CatalogPage />;
    case "lab":
      return <LabRoute key={route.id} id={route.id} />;
    case "unknown":
      return <NotFoundPage title={text.notFound.page} lead={text.notFound.pageLead} />;
  }
}

function LabRoute({ id }: { readonly id: string }) {
  const result = useRunningLab(id);
  if (!result) return null;
  if ("running" in result) {
    const { LabView, session, opened } = result.running;
    return <LabView session={session} texts={opened.texts} solutions={opened.solutions} />;
  }
  if ("elsewhere" in result) return <ElsewhereView kind={result.elsewhere} onTakeOver={result.takeOver} />;
  const { error } = result;
  if (error instanceof LabError && error.code === "lab-unknown") {
    return <NotFoundPage title={text.notFound.lab(id)} lead={text.notFound.labLead} />;
  }
  const problem =
    error instanceof LabError
      ? error
      : new LabError("lab-broken", text.problem.pageBroke, { cause: error, detail: messageOf(error) });
  return <NotFoundPage title={text.notFound.failed(id)} lead={problem.userMessage} problem={problem} />;
}
