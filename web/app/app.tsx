import { LabError, messageOf } from "../core/errors.ts";
import { Catalog } from "../ui/catalog/catalog.tsx";
import { NotFound } from "../ui/catalog/not-found.tsx";
import { ElsewhereView } from "../ui/lab/elsewhere-view.tsx";
import { text } from "../ui/text.ts";
import { forgetMachines } from "./forget-machines.ts";
import { findLabs } from "./library.ts";
import { parseRoute, useHash } from "./route.ts";
import { usePromise } from "./use-promise.ts";
import { useRunningLab } from "./use-running-lab.ts";

/** The page for the address in the fragment. */
export function App() {
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

function CatalogPage() {
  return <Catalog found={usePromise(findLabs)} onForget={forgetMachines} />;
}

function NotFoundPage(message: { readonly title: string; readonly lead: string; readonly problem?: LabError }) {
  return <NotFound {...message} found={usePromise(findLabs)} />;
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
