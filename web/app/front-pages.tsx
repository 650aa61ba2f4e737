import type { LabError } from "../core/errors.ts";
import { Catalog } from "../ui/catalog/catalog.tsx";
import { NotFound } from "../ui/catalog/not-found.tsx";
import { forgetMachines } from "./forget-machines.ts";
import { findLabs } from "./library.ts";
import { usePromise } from "./use-promise.ts";

// The pages outside a lab, in a chunk of their own: who opens a lab needs none of it.

export function CatalogPage() {
  return <Catalog found={usePromise(findLabs)} onForget={forgetMachines} />;
}

export function NotFoundPage(message: { readonly title: string; readonly lead: string; readonly problem?: LabError }) {
  return <NotFound {...message} found={usePromise(findLabs)} />;
}
