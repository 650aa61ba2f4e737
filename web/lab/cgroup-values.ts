// How the files of a cgroup are read (cgroups(7), Documentation/admin-guide/cgroup-v2.rst).
export { parsePressure } from "../kernel/cgroup/pressure.ts";
export { cpuMax, flatKeyed, limitOf, nestedKeyed } from "../kernel/cgroup/values.ts";
