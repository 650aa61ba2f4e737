import { describe, expect, it } from "vitest";
import { parseRoute } from "./route.ts";

describe("addresses", () => {
  it("lead to the catalog, a lab, or nowhere", () => {
    expect(parseRoute("")).toEqual({ kind: "catalog" });
    expect(parseRoute("#/")).toEqual({ kind: "catalog" });
    expect(parseRoute("#/lab/uts-time")).toEqual({ kind: "lab", id: "uts-time" });
    expect(parseRoute("#/lab/uts-time/?x=1")).toEqual({ kind: "lab", id: "uts-time" });
    expect(parseRoute("#/elsewhere")).toEqual({ kind: "unknown" });
    expect(parseRoute("#/lab/%zz")).toEqual({ kind: "lab", id: "%zz" });
  });
});
