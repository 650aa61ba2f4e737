import "../ui/style/base.css";
import { createRoot } from "react-dom/client";
import { applySettings } from "../ui/settings/settings.ts";
import { ErrorBoundary } from "../ui/shell/error-boundary.tsx";
import { applyTheme } from "../ui/theme/theme.ts";
import { App } from "./app.tsx";
import { parseRoute } from "./route.ts";
import { preloadLab } from "./use-running-lab.ts";

if (parseRoute(location.hash).kind === "lab") preloadLab();
applyTheme();
applySettings();
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
);
