import { defineLab } from "../../web/lab/lab.ts";
import { cgroupNamespace } from "./checks/cgroup-namespace.ts";
import { askFilters, deviceFilter } from "./checks/device-filter.ts";
import { askDevices, devices } from "./checks/devices.ts";
import { askHugePages, hugePages } from "./checks/huge-pages.ts";
import { mounted } from "./checks/mounted.ts";
import { askPriorities, netPrio } from "./checks/net-prio.ts";

export default defineLab({
  id: "v1",
  module: 4,
  place: 3,
  title: "The talk's own: blkio, hugetlb, net_prio",
  goal: "Use the controllers of cgroup version 1 that the talk shows, and see what version 2 made of them.",
  minutes: 25,
  image: "base",
  slides: [6],
  needs: ["pids-memory"],
  files: [
    { path: "/root/huge.c", source: "huge.c" },
    { path: "/root/devfilter.c", source: "devfilter.c" },
  ],
  setup: "setup.sh",
  edit: ["/root/devfilter.c", "/root/huge.c"],
  steps: [
    { id: "mounted", title: "Two versions on one kernel", mode: "level", check: mounted },
    { id: "huge-pages", title: "One huge page and no more", mode: "edge", inquire: askHugePages, check: hugePages },
    { id: "net-prio", title: "Not a limit, a priority", mode: "edge", inquire: askPriorities, check: netPrio },
    { id: "devices", title: "A disk out of reach", mode: "level", inquire: askDevices, check: devices },
    { id: "device-filter", title: "The same in version 2", mode: "level", inquire: askFilters, check: deviceFilter },
    { id: "cgroup-namespace", title: "A root of your own", mode: "level", check: cgroupNamespace },
  ],
});
