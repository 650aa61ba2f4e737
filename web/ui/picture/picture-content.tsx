import { lazy, memo, type ReactNode, Suspense, useMemo } from "react";
import type { NamespaceType, Process, Snapshot } from "../../kernel/snapshot.ts";
import type { KernelLook, KernelWatch } from "../../session/api.ts";
import { CgroupsView } from "./cgroups-view.tsx";
import { freshness } from "./freshness.ts";
import { NamespacesTable } from "./namespaces-table.tsx";
import { NamespacesView } from "./namespaces-view.tsx";
import { NetworkTable } from "./network-table.tsx";
import { NetworkView } from "./network-view.tsx";
import type { View } from "./turn-to-new.ts";

// Fetched when somebody turns to them.
const ChangesView = lazy(async () => ({ default: (await import("./changes-view.tsx")).ChangesView }));
const ProcessView = lazy(async () => ({ default: (await import("./process-view.tsx")).ProcessView }));

interface PictureContentProps {
  readonly look: KernelLook;
  /** What is new since then stands out. */
  readonly since: Snapshot;
  readonly view: View;
  readonly asTable: boolean;
  readonly type: NamespaceType;
  readonly pid: number | undefined;
  readonly onPid: (pid: number) => void;
  readonly onProcess: (process: Process) => void;
  readonly kernel: KernelWatch;
}

/** One view of a look. Drawn again only for another look or view, so that it can be drawn in parts, between which a key gets through. */
export const PictureContent = memo(function PictureContent(props: PictureContentProps) {
  const { look, since, view, asTable, type, pid, onPid, onProcess, kernel } = props;
  const fresh = useMemo(() => freshness(since), [since]);
  const shown = { snapshot: look.now, fresh };
  const drawings: Record<View, () => ReactNode> = {
    namespaces: () =>
      asTable ? <NamespacesTable {...shown} type={type} /> : <NamespacesView {...shown} type={type} onProcess={onProcess} />,
    network: () => (asTable ? <NetworkTable {...shown} /> : <NetworkView {...shown} />),
    cgroups: () => <CgroupsView {...shown} />,
    process: () => <ProcessView snapshot={look.now} chosen={pid} onChoose={onPid} kernel={kernel} />,
    changes: () => <ChangesView since={since} now={look.now} />,
  };
  return <Suspense>{drawings[view]()}</Suspense>;
});
