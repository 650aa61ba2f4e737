import { defineLab } from "../../web/lab/lab.ts";
import { bridge } from "./checks/bridge.ts";
import { containers } from "./checks/containers.ts";
import { defaultRouteInquiries, defaultRoutes } from "./checks/default-routes.ts";
import { forwarding, forwardingInquiries } from "./checks/forwarding.ts";
import { masquerade, masqueradeInquiries } from "./checks/masquerade.ts";

export default defineLab({
  id: "bridge",
  module: 2,
  place: 2,
  title: "docker0 by hand",
  goal: "Build the network that Docker gives its containers: a bridge, ports, routes, forwarding, and masquerading to the outside.",
  minutes: 30,
  image: "base",
  slides: [5],
  needs: ["veth"],
  files: [{ path: "/srv/outside/cgi-bin/index.cgi", source: "whom.sh", mode: 0o755 }],
  setup: "setup.sh",
  steps: [
    { id: "bridge", title: "A switch with an address", mode: "level", check: bridge },
    { id: "containers", title: "Two containers plugged in", mode: "level", check: containers },
    { id: "default-routes", title: "The way out", mode: "level", inquire: defaultRouteInquiries, check: defaultRoutes },
    { id: "forwarding", title: "A host that passes on", mode: "level", inquire: forwardingInquiries, check: forwarding },
    { id: "masquerade", title: "Under the host's name", mode: "level", inquire: masqueradeInquiries, check: masquerade },
  ],
});
