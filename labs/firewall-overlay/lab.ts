import { defineLab } from "../../web/lab/lab.ts";
import { ipvlan, ipvlanInquiries } from "./checks/ipvlan.ts";
import { macvlan, macvlanInquiries } from "./checks/macvlan.ts";
import { onePort, onePortInquiries } from "./checks/one-port.ts";
import { vxlan, vxlanInquiries } from "./checks/vxlan.ts";

export default defineLab({
  id: "firewall-overlay",
  module: 2,
  place: 3,
  title: "Rules and overlays",
  goal: "Close one port inside a container's network, put containers straight onto a LAN, and join two hosts by a network on top.",
  minutes: 25,
  image: "base",
  slides: [5, 9],
  needs: ["veth"],
  setup: "setup.sh",
  steps: [
    { id: "one-port", title: "Close one port, inside only", mode: "level", inquire: onePortInquiries, check: onePort },
    { id: "macvlan", title: "Two containers on the LAN: macvlan", mode: "level", inquire: macvlanInquiries, check: macvlan },
    { id: "ipvlan", title: "One hardware address for all: ipvlan", mode: "level", inquire: ipvlanInquiries, check: ipvlan },
    { id: "vxlan", title: "A network on top of the network: vxlan", mode: "level", inquire: vxlanInquiries, check: vxlan },
  ],
});
