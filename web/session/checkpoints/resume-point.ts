/** Which checkpoint a reload of a lab goes on from: a small note beside the store, so that a first visit need not wait for the store. */
export interface ResumePoint {
  get(lab: string): string | undefined;
  set(lab: string, checkpoint: string | undefined): void;
}

const prefix = "nslab:resume:";

/** In localStorage; where that is refused, for as long as the page lives. */
export function browserResumePoint(): ResumePoint {
  const here = new Map<string, string>();
  return {
    get(lab) {
      try {
        return localStorage.getItem(prefix + lab) ?? undefined;
      } catch {
        return here.get(lab);
      }
    },
    set(lab, checkpoint) {
      try {
        if (checkpoint === undefined) localStorage.removeItem(prefix + lab);
        else localStorage.setItem(prefix + lab, checkpoint);
      } catch {
        if (checkpoint === undefined) here.delete(lab);
        else here.set(lab, checkpoint);
      }
    },
  };
}
