import type { Session } from "../session/api.ts";
import { createSession } from "../session/create.ts";
import { missingInBrowser } from "./browser-check.ts";
import { FailedSession } from "./failed-session.ts";
import type { OpenedLab } from "./library.ts";

/** The image folder lies beside the page, wherever that is. */
const assets = new URL("image/", document.baseURI).href;

/** A chunk of its own, without the page's views: the machine is on its way while they are still coming. */
export function startSession({ lab, readFile }: OpenedLab): Session {
  const missing = missingInBrowser();
  return missing ? new FailedSession(lab, missing) : createSession({ lab, assets, readLabFile: readFile });
}
