import { defineLab } from "../../web/lab/lab.ts";
import { addresses } from "./checks/addresses.ts";
import { cable } from "./checks/cable.ts";
import { loopback } from "./checks/loopback.ts";
import { names } from "./checks/names.ts";
import { ping, pingInquiries } from "./checks/ping.ts";

export default defineLab({
  id: "veth",
  module: 2,
  place: 1,
  title: "A cable between two worlds",
  goal: "Make two network namespaces by hand, join them with a virtual cable, and get an answer from the other side.",
  minutes: 20,
  image: "base",
  slides: [5],
  steps: [
    { id: "names", title: "Two networks with a name", mode: "level", check: names },
    { id: "loopback", title: "Not even lo is on", mode: "level", check: loopback },
    { id: "cable", title: "A cable across", mode: "level", check: cable },
    { id: "addresses", title: "An address at each end", mode: "level", check: addresses },
    { id: "ping", title: "An answer from the other side", mode: "edge", inquire: pingInquiries, check: ping },
  ],
});
