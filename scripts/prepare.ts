import { prepareImage } from "./image/prepare.ts";

await prepareImage((line) => console.log(line));
process.exit(0);
